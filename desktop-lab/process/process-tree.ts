import { readdirSync, readFileSync } from "node:fs";
import { hasErrorCode } from "./error-code.ts";

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
}

/** The ids of a process, of its descendants and of orphans in its session. `root` must lead that session. */
export function processTree(root: number): number[] {
  const lines = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readLine(Number(name)) : []));
  const tree = new Set([root]);
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const { pid, parent, session } of lines) if (session === root || tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

function readLine(pid: number): ProcessLine[] {
  const fields = readStat(pid);
  return fields ? [{ pid, parent: Number(fields[1]), session: Number(fields[3]) }] : [];
}

/** The fields of /proc/…/stat from the third one, the state, on (proc(5)). Undefined once the process is gone. */
export function readStat(pid: number): string[] | undefined {
  const line = readIfThere(`/proc/${pid}/stat`);
  // The second field, the name, is in brackets and may contain any character.
  return line?.slice(line.lastIndexOf(")") + 2).split(" ");
}

/** Reads a file below /proc. Undefined once the process or the thread is gone. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (hasErrorCode(error, "ENOENT") || hasErrorCode(error, "ESRCH")) return undefined;
    throw error;
  }
}
