import { createElapsedTime } from "../../domain/async/elapsed-time.ts";

/** Ms since an arbitrary start, sleep included. The window's countdowns use it. */
export const elapsedMs = createElapsedTime({ wallMs: () => Date.now(), monotonicMs: () => performance.now() });
