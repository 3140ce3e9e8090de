import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** Paths of Unix sockets end at 108 bytes on Linux and 104 on macOS, a final zero included. A longer path is cut without an error. */
const longestPathBytes = 103;

interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly uid: number;
}

/** Where the app listens and a command asks, most preferred first. */
export interface SocketPlace {
  readonly folder: string;
  readonly path: string;
}

/** The runtime folder's place, then the profile's. `profile`: the user-data folder. */
export function socketPlaces(
  profile: string,
  usualProfile: string,
  { platform, env, uid }: Surroundings,
): SocketPlace[] {
  const name = socketName(profile, usualProfile);
  const inProfile = join(profile, "command-line");
  return (platform === "darwin" ? [inProfile] : [runtimeFolder(env, uid), inProfile])
    .map((folder) => ({ folder, path: join(folder, name) }))
    .filter(({ path }) => Buffer.byteLength(path) <= longestPathBytes);
}

/** systemd makes XDG_RUNTIME_DIR, and cron does not pass it on. */
function runtimeFolder({ XDG_RUNTIME_DIR, FLATPAK_ID }: NodeJS.ProcessEnv, uid: number): string {
  const base = XDG_RUNTIME_DIR?.startsWith("/") ? XDG_RUNTIME_DIR : `/run/user/${uid}`;
  // The only folder that all instances of a Flatpak share: https://docs.flatpak.org/en/latest/sandbox-permissions.html
  return FLATPAK_ID ? join(base, "app", FLATPAK_ID, "verifik-tray") : join(base, "verifik-tray");
}

/** Each profile has a socket of its own. */
function socketName(profile: string, usualProfile: string): string {
  const real = realPath(profile);
  if (real === realPath(usualProfile)) return "cli.sock";
  return `cli-${createHash("sha256").update(real).digest("hex").slice(0, 16)}.sock`;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Not there yet: nothing runs with it.
    return path;
  }
}

/**
 * Whether only this user can reach into this folder: the user owns it, it is no link, and others have no right to it. App and command
 * both check it before they use a socket in it, because some systems ignore a socket's own mode.
 */
export function isPrivateFolder(folder: string, uid: number): boolean {
  try {
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

/** Makes the folder, if its parent is there. Whether it is private afterwards. */
export function makePrivateFolder(folder: string, uid: number): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there already, or cannot be made. The look at it decides.
  }
  return isPrivateFolder(folder, uid);
}

export function thisUser(): number {
  return process.getuid?.() ?? -1;
}
