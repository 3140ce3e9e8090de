import { cpus } from "node:os";
import { setTimeout as pass } from "node:timers/promises";

const quietShare = 0.05;
const lookMs = 2_000;
const longestWaitMs = 60_000;

/** Waits until the processors are at least 95 % idle, for at most a minute. Returns how busy they were at the end, from 0 to 1. */
export async function waitForQuietMachine(): Promise<{ readonly quiet: boolean; readonly busy: number }> {
  let busy = await busyShare();
  for (let waitedMs = 0; busy > quietShare && waitedMs < longestWaitMs; waitedMs += lookMs) busy = await busyShare();
  return { quiet: busy <= quietShare, busy };
}

async function busyShare(): Promise<number> {
  const before = processorTimes();
  await pass(lookMs);
  const after = processorTimes();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

function processorTimes(): { readonly idle: number; readonly all: number } {
  const times = cpus().map((processor) => processor.times);
  const all = times.flatMap(({ user, nice, sys, idle, irq }) => [user, nice, sys, idle, irq]);
  const idle = times.map((one) => one.idle);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { idle: sum(idle), all: sum(all) };
}
