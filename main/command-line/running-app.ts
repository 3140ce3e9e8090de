import { readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/**
 * Whether an app runs with this profile: Chromium's lock, a link to "host-process", names a living process. It only looks, because
 * taking the lock would open the window of a running app. Not on Windows, which has no such link.
 */
export function isAppRunning(profile: string): boolean {
  let lock: string;
  try {
    lock = readlinkSync(join(profile, "SingletonLock"));
  } catch {
    return false;
  }
  const [, host, pid] = /^(.*)-(\d+)$/.exec(lock) ?? [];
  if (pid === undefined || host !== hostname()) return false;
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
