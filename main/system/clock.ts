import { createElapsedTime } from "../../domain/async/elapsed-time.ts";
import type { Clock } from "../../domain/ports.ts";

/** The system's clock. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  elapsedMs: createElapsedTime({ wallMs: () => Date.now(), monotonicMs: () => performance.now() }),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
