const idleMs = 20;
const stepMs = 5;
/** A timer that fires later than this was delayed by other work. */
const lateMs = 5;
const longestWaitMs = 200;

/**
 * Resolves once this process has been idle for 20 ms, at the latest after 200 ms. After an icon is registered the desktop sends
 * several requests for it, less than 20 ms apart, and nothing signals the last one. Other work shows as a delay of short timers.
 */
export async function waitUntilIdle(): Promise<void> {
  const startedAtMs = performance.now();
  let idleSinceMs = startedAtMs;
  let nowMs = startedAtMs;
  while (nowMs - idleSinceMs < idleMs && nowMs - startedAtMs < longestWaitMs) {
    const dueMs = nowMs + stepMs;
    await new Promise((resolve) => setTimeout(resolve, stepMs));
    nowMs = performance.now();
    if (nowMs > dueMs + lateMs) idleSinceMs = nowMs;
  }
}
