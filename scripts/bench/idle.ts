import { setTimeout as pass } from "node:timers/promises";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { CpuMeter } from "./process-use.ts";
import { type Subject, startSubject } from "./subject.ts";

const minuteSeconds = 60;

/**
 * Leaves the subjects alone, all at the same time, and returns the CPU time in ms that each used in each of these minutes. The
 * first minute after the start does not count, because Chromium still works through what it postponed.
 */
export async function measureIdle(subjects: readonly Subject[], minutes: number): Promise<number[][]> {
  const cleanups = new CleanupStack();
  try {
    const pids: number[] = [];
    for (const subject of subjects) {
      const { process } = await startSubject(subject);
      cleanups.adopt(process, (started) => started.end());
      pids.push(process.pid);
    }
    await pass(minuteSeconds * 1_000);
    const meters = pids.map((pid) => new CpuMeter(pid));
    const usedMs: number[][] = meters.map(() => []);
    let minuteStartMs = meters.map(() => 0);
    for (let second = 1; second <= minutes * minuteSeconds; second += 1) {
      await pass(1_000);
      const totalsMs = meters.map((meter) => meter.sample());
      if (second % minuteSeconds !== 0) continue;
      for (const [index, totalMs] of totalsMs.entries()) usedMs[index]?.push(totalMs - (minuteStartMs[index] ?? 0));
      minuteStartMs = totalsMs;
    }
    return usedMs;
  } finally {
    await cleanups.run();
  }
}
