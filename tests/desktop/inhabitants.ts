import { readdirSync, readFileSync } from "node:fs";
import { hasErrorCode } from "./error-code.ts";

/**
 * Ends at once every other process of this user whose environment leads into that folder, whoever started it: an app
 * that still ran would go on writing there. Does not wait.
 */
export function killInhabitants(folder: string): void {
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (Number.isInteger(pid) && pid !== process.pid && environmentOf(pid).includes(`=${folder}/`)) kill(pid);
  }
}

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch (error) {
    if (hasErrorCode(error, "ENOENT", "ESRCH", "EACCES")) return "";
    throw error;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!hasErrorCode(error, "ESRCH")) throw error;
  }
}
