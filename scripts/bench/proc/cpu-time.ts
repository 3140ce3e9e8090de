import { processTree, readStat } from "../../../desktop-lab/process/process-tree.ts";
import { threadsOf } from "./threads.ts";

/** USER_HZ, which Linux has fixed for what it tells programs. */
const tickMs = 10;

/** CPU time of the process and all that came from it so far, in ms. */
export function treeCpuMs(root: number): number {
  // Itself at once: it goes on while the others are looked for.
  const ownMs = processCpuMs(root);
  const others = processTree(root).filter((pid) => pid !== root);
  return others.reduce((sum, pid) => sum + processCpuMs(pid), ownMs);
}

/**
 * The threads' nanoseconds leave out threads that have ended, and the process's own sum is cut down to whole ticks: neither
 * is ever too much, so the greater one is nearer. Children that have ended are there in ticks only.
 */
function processCpuMs(pid: number): number {
  const fields = readStat(pid);
  if (!fields) return 0;
  // utime, stime, cutime and cstime: numbers 14 to 17, counted from number 3.
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number);
  const threadsMs = threadsOf(pid).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  return Math.max(threadsMs, (user + system) * tickMs) + (childUser + childSystem) * tickMs;
}
