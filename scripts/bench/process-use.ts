import { readdirSync } from "node:fs";
import { hasErrorCode } from "../../desktop-lab/process/error-code.ts";
import { processTree, readIfThere, readStat } from "../../desktop-lab/process/process-tree.ts";

/** USER_HZ is 100: see times(2) and proc_pid_stat(5). */
const tickMs = 10;

/** Returns the memory of the process and its descendants in MB, as the sum of PSS: shared pages count by their share. */
export function treeMemoryMb(root: number): number {
  const kilobytes = processTree(root).map((pid) => {
    const rollup = readIfThere(`/proc/${pid}/smaps_rollup`) ?? "";
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0);
  });
  return sum(kilobytes) / 1024;
}

/** Returns the CPU time that the process and its descendants have used so far, in ms. */
export function treeCpuMs(root: number): number {
  // The root first, because it works on while the others are looked up.
  const rootMs = processCpuMs(root);
  return rootMs + sum(processTree(root).flatMap((pid) => (pid === root ? [] : [processCpuMs(pid)])));
}

/**
 * The threads' times are exact but leave out ended threads. The process's times include those but are cut to whole ticks. Both
 * are lower bounds, so the greater one is closer.
 */
function processCpuMs(pid: number): number {
  const fields = readStat(pid);
  if (!fields) return 0;
  // utime, stime, cutime and cstime are fields 14 to 17; readStat begins with field 3.
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number);
  const threadsMs = sum([...threadTimesMs(pid).values()]);
  return Math.max(threadsMs, (user + system) * tickMs) + (childUser + childSystem) * tickMs;
}

/**
 * Adds up the CPU time of a process tree, to be sampled once a second: in minutes with 10 ms of work, ticks are too coarse. The
 * work of a thread between the last sample and its end is lost.
 */
export class CpuMeter {
  readonly #root: number;
  #lastMs: ReadonlyMap<string, number>;
  #totalMs = 0;

  constructor(root: number) {
    this.#root = root;
    this.#lastMs = treeThreadTimesMs(root);
  }

  /** Returns the CPU time since the meter was created, in ms. Throws when the tree has ended. */
  sample(): number {
    const timesMs = treeThreadTimesMs(this.#root);
    if (timesMs.size === 0) throw new Error("The measured program has ended.");
    for (const [thread, ms] of timesMs) this.#totalMs += ms - (this.#lastMs.get(thread) ?? 0);
    this.#lastMs = timesMs;
    return this.#totalMs;
  }
}

function treeThreadTimesMs(root: number): Map<string, number> {
  return new Map(processTree(root).flatMap((pid) => [...threadTimesMs(pid)]));
}

/** By thread id; ids are unique among all threads of the computer. */
function threadTimesMs(pid: number): Map<string, number> {
  const times = threadIds(pid).flatMap((tid) => {
    const schedule = readIfThere(`/proc/${pid}/task/${tid}/schedstat`);
    return schedule ? [[tid, Number(schedule.split(" ")[0]) / 1_000_000] as const] : [];
  });
  return new Map(times);
}

function threadIds(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch (error) {
    if (hasErrorCode(error, "ENOENT") || hasErrorCode(error, "ESRCH")) return [];
    throw error;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
