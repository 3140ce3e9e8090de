import { createElapsedTime } from "../../../domain/async/elapsed-time.ts";
import type { Alarm, Clock } from "../../../domain/ports.ts";

/** Node's timers overflow beyond this, and ring at once. */
const longestTimeoutMs = 2 ** 31 - 1;

/** Where the computer may be. */
export const zones = [
  ...["America/Bogota", "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe"],
  ...["Asia/Tokyo", "UTC", "America/Santiago", "Africa/Casablanca"],
];

interface Timer {
  readonly atMs: number;
  readonly ring: () => void;
}

interface Habits {
  /** On Linux a timer's clock stands still while the computer sleeps, elsewhere it may go on. */
  readonly timersCountSleep: boolean;
  /** Without a login manager nobody hears of a wake-up. */
  readonly tellsWake: boolean;
}

/** A computer's clocks and timers: three kinds of time, of which only the world's is right. */
export class SimulatedComputer implements Clock {
  readonly habits: Habits;
  /** Unix time as it is everywhere else, ms. */
  worldMs: number;
  /** How long programs could run, ms. */
  awakeMs = 0;
  /** What somebody has set the time of day to, less what it is. */
  aheadMs = 0;
  diskFull = false;
  #timerMs = 7_000.25;
  readonly #timers = new Set<Timer>();
  readonly #wakeListeners = new Set<() => void>();

  constructor(
    startMs: number,
    habits: Habits,
    readonly random: () => number,
  ) {
    this.worldMs = startMs;
    this.habits = habits;
  }

  nowMs(): number {
    return Math.floor(this.worldMs + this.aheadMs);
  }

  readonly elapsedMs = createElapsedTime({
    wallMs: () => this.worldMs + this.aheadMs,
    monotonicMs: () => this.#timerMs,
  });

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.alarm.set(ms, resolve));
  }

  readonly alarm: Alarm = {
    set: (ms, ring) => {
      const waitMs = ms > longestTimeoutMs || !(ms >= 1) ? 1 : ms;
      // Late by what else is to be done, or a moment early, because the clocks do not tick together.
      const timer = { atMs: this.#timerMs + waitMs - 1 + 20 * this.random() ** 4, ring };
      this.#timers.add(timer);
      return () => void this.#timers.delete(timer);
    },
    onWake: (listener) => {
      this.#wakeListeners.add(listener);
      return () => void this.#wakeListeners.delete(listener);
    },
  };

  /** Programs run for so long, or until a timer has brought about what `isEnough` asks for. */
  async run(ms: number, isEnough = () => false): Promise<void> {
    const untilMs = this.#timerMs + ms;
    for (;;) {
      const next = this.#nextTimer();
      if (!next || next.atMs > untilMs) break;
      this.#timers.delete(next);
      this.#advance(Math.max(0, next.atMs - this.#timerMs));
      next.ring();
      await settled();
      if (isEnough()) return;
    }
    this.#advance(untilMs - this.#timerMs);
  }

  async sleep(ms: number): Promise<void> {
    this.worldMs += ms;
    if (this.habits.timersCountSleep) this.#timerMs += ms;
    if (this.habits.tellsWake) for (const listener of this.#wakeListeners) listener();
    // Those whose moment was in the sleep ring now.
    await settled();
    await this.run(25);
  }

  /** The computer is off, or the app does not run: nothing of the process is left. */
  off(ms: number): void {
    this.#timers.clear();
    this.#wakeListeners.clear();
    this.worldMs += ms;
  }

  #advance(ms: number): void {
    this.worldMs += ms;
    this.awakeMs += ms;
    this.#timerMs += ms;
  }

  #nextTimer(): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) if (!next || timer.atMs < next.atMs) next = timer;
    return next;
  }
}

/** Whatever was set going by what just happened is over. */
export async function settled(): Promise<void> {
  await new Promise(setImmediate);
}

export function oneOf<Item>(random: () => number, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}
