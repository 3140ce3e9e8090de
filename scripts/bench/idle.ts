import { setTimeout as pass } from "node:timers/promises";
import { subtract, type Use, UseMeter } from "./proc/use-meter.ts";
import { RunningSubject } from "./running-subject.ts";
import type { Subject } from "./subject.ts";

/** A burst after the start is over by then. */
const secondMinuteMs = 60_000;
const sampleEveryMs = 1_000;
const windowSamples = 60;
/** Each window begins half a window after the one before, and so shares half of its time with it. */
const stepSamples = 30;

export interface Idle {
  /** In each window of a minute, one after the other. */
  readonly minutes: readonly Use[];
  /** From the second minute to the end, of each process that used any. */
  readonly byProcess: Readonly<Record<string, Use>>;
}

/** Leaves both alone, at the same time and each on its own desktop, and adds up what they use from the second minute on. */
export async function measureIdle<Name extends string>(
  subjects: Readonly<Record<Name, Subject>>,
  windows: number,
  startMs = secondMinuteMs,
): Promise<Record<Name, Idle>> {
  const names = Object.keys(subjects) as Name[];
  const running: RunningSubject[] = [];
  try {
    for (const name of names) running.push(await RunningSubject.start(subjects[name]));
    await pass(startMs);
    const meters = running.map(({ pid }) => new UseMeter(pid));
    const samples = meters.map(({ total }) => [total]);
    for (let sample = 1; sample <= windowSamples + (windows - 1) * stepSamples; sample += 1) {
      await pass(sampleEveryMs);
      for (const [index, meter] of meters.entries()) {
        meter.sample();
        samples[index]?.push(meter.total);
      }
    }
    const idle = meters.map((meter, index): Idle => {
      return {
        minutes: minutesOf(samples[index] ?? [], windows),
        byProcess: Object.fromEntries(meter.byProcess),
      };
    });
    return Object.fromEntries(names.map((name, index) => [name, idle[index]])) as Record<Name, Idle>;
  } finally {
    for (const one of running) await one.end();
  }
}

function minutesOf(samples: readonly Use[], windows: number): Use[] {
  return Array.from({ length: windows }, (_, window) => {
    const from = samples[window * stepSamples];
    const to = samples[window * stepSamples + windowSamples];
    if (!from || !to) throw new Error("An idle window is not complete.");
    return subtract(to, from);
  });
}
