import { readdirSync, readFileSync } from "node:fs";
import { hasErrorCode } from "./error-code.ts";

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
}

/** The process and all that came from it, also what has no parent any more but is of its session. */
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

/** The fields of /proc/…/stat from the state on (man page: number 3), undefined once the process has gone. */
export function readStat(pid: number): string[] | undefined {
  const line = readIfThere(`/proc/${pid}/stat`);
  // The name before them is in brackets and may have any characters in it.
  return line?.slice(line.lastIndexOf(")") + 2).split(" ");
}

/** Undefined once the process or the thread has gone. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (hasErrorCode(error, "ENOENT") || hasErrorCode(error, "ESRCH")) return undefined;
    throw error;
  }
}
