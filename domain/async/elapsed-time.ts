interface Clocks {
  /** Unix time, ms. */
  readonly wallMs: () => number;
  /** Ms since an arbitrary start. It may stand still while the computer sleeps, as on Linux. */
  readonly monotonicMs: () => number;
}

/** Between two readings, the clocks differ by less than this unless the computer slept or somebody set the time. */
const shortestSleepMs = 1_000;

/**
 * Returns a clock in ms since an arbitrary start that goes on during sleep and when the wall clock is set back: the monotonic
 * clock plus every jump that the wall clock makes ahead of it, because the monotonic clock misses sleep (nodejs/node#47724). After the
 * wall clock was set ahead, a code counts as expired early; the person requests another.
 */
export function createElapsedTime({ wallMs, monotonicMs }: Clocks): () => number {
  let sleptMs = 0;
  let lastAheadMs = wallMs() - monotonicMs();
  return () => {
    const nowMs = monotonicMs();
    const aheadMs = wallMs() - nowMs;
    if (aheadMs - lastAheadMs > shortestSleepMs) sleptMs += aheadMs - lastAheadMs;
    lastAheadMs = aheadMs;
    return nowMs + sleptMs;
  };
}
