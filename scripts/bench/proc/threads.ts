import { readdirSync } from "node:fs";
import { hasErrorCode } from "../../../desktop-lab/process/error-code.ts";
import { readIfThere } from "../../../desktop-lab/process/process-tree.ts";

export interface ThreadUse {
  readonly tid: string;
  readonly cpuMs: number;
}

/** What each living thread of the process has used so far. */
export function threadsOf(pid: number): ThreadUse[] {
  return threadIds(pid).flatMap((tid) => {
    const schedule = readIfThere(`/proc/${pid}/task/${tid}/schedstat`);
    if (schedule === undefined) return [];
    const [runNs] = schedule.split(" ");
    return [{ tid, cpuMs: Number(runNs) / 1_000_000 }];
  });
}

/** How often the thread gave the processor away, and how often it was taken away. */
export interface Switches {
  readonly voluntary: number;
  readonly involuntary: number;
}

/** Undefined once the thread has gone. */
export function switchesOf(pid: number, tid: string): Switches | undefined {
  const status = readIfThere(`/proc/${pid}/task/${tid}/status`);
  if (status === undefined) return undefined;
  const count = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)$`, "m").exec(status)?.[1]);
  return { voluntary: count("voluntary_ctxt_switches"), involuntary: count("nonvoluntary_ctxt_switches") };
}

function threadIds(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch (error) {
    if (hasErrorCode(error, "ENOENT") || hasErrorCode(error, "ESRCH")) return [];
    throw error;
  }
}
