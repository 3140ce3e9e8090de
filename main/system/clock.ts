import type { Clock } from "../../domain/ports.ts";

interface Clocks {
  /** Unix time, ms. */
  readonly wallMs: () => number;
  /** Ms since an arbitrary start. It may stand still while the computer sleeps, as on Linux. */
  readonly monotonicMs: () => number;
}

/**
 * A clock whose elapsed time grows, between two readings, by the larger step of both clocks: the monotonic one misses sleep
 * (nodejs/node#47724), and the wall clock may be set back. After a wall clock was set ahead, a code counts as expired early;
 * the person requests another.
 */
export function createClock({ wallMs, monotonicMs }: Clocks): Clock {
  let elapsedMs = 0;
  let last = { wallMs: wallMs(), monotonicMs: monotonicMs() };
  return {
    nowMs: wallMs,
    elapsedMs() {
      const now = { wallMs: wallMs(), monotonicMs: monotonicMs() };
      elapsedMs += Math.max(0, now.wallMs - last.wallMs, now.monotonicMs - last.monotonicMs);
      last = now;
      return elapsedMs;
    },
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

/** The system's clock. */
export const systemClock = createClock({ wallMs: () => Date.now(), monotonicMs: () => performance.now() });
