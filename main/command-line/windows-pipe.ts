import { createHash } from "node:crypto";

/**
 * The named pipe of a profile on Windows. libuv's pipes can be read by every user of the computer and from other computers, but only
 * their owner can write to them. So the app says nothing on a pipe until a whole request has come.
 *
 * Unit-tested, but never run on Windows by this project.
 */
export function pipePath(profile: string): string {
  // Windows takes paths in any case.
  const name = createHash("sha256").update(profile.toLowerCase()).digest("hex").slice(0, 16);
  return `\\\\.\\pipe\\verifik-tray-${name}`;
}
