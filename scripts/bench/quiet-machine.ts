import { readFileSync } from "node:fs";
import { setTimeout as pass } from "node:timers/promises";

/** Of all processors together. */
const quietShare = 0.05;

/** Waits for times in which the machine has nothing else to do, and remembers when there was none. */
export class QuietMachine {
  #waitLeftMs: number;
  readonly #disturbances: string[] = [];

  /** For all waits together. */
  constructor(waitMs: number) {
    this.#waitLeftMs = waitMs;
  }

  /** What began although the machine was busy. */
  get disturbances(): readonly string[] {
    return this.#disturbances;
  }

  /** Looks for `lookMs`, again and again until the machine was quiet or the time for waiting is used up. */
  async waitFor(what: string, lookMs: number): Promise<void> {
    let share = await busyShare(lookMs);
    while (share > quietShare && this.#waitLeftMs > 0) {
      this.#waitLeftMs -= lookMs;
      share = await busyShare(lookMs);
    }
    if (share > quietShare) this.#disturbances.push(`${what}: ${Math.round(share * 100)} % busy`);
  }
}

async function busyShare(lookMs: number): Promise<number> {
  const before = readTicks();
  await pass(lookMs);
  const after = readTicks();
  return (after.busy - before.busy) / (after.all - before.all);
}

function readTicks(): { readonly busy: number; readonly all: number } {
  const [, ...counts] = (readFileSync("/proc/stat", "utf8").split("\n", 1)[0] ?? "").split(/\s+/);
  // Guests' time is in user's and nice's already.
  const ticks = counts.slice(0, 8).map(Number);
  const [, , , idle = 0, waiting = 0] = ticks;
  const all = ticks.reduce((sum, count) => sum + count, 0);
  return { busy: all - idle - waiting, all };
}
