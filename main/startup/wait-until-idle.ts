const quietMs = 20;
const stepMs = 5;
/** A step that comes later than this was kept waiting by something. */
const lateMs = 5;
const longestWaitMs = 200;

/**
 * Resolves when this process has had nothing to do for 20 ms on end, or after 200 ms. The desktop's questions about a new icon
 * or menu come one after the other in less, and nothing tells of the last one. Seen by a timer's steps, which come late when
 * anything else was done in between.
 */
export async function waitUntilIdle(): Promise<void> {
  const startedAtMs = performance.now();
  let quietSinceMs = startedAtMs;
  let nowMs = startedAtMs;
  while (nowMs - quietSinceMs < quietMs && nowMs - startedAtMs < longestWaitMs) {
    const dueMs = nowMs + stepMs;
    await new Promise((resolve) => setTimeout(resolve, stepMs));
    nowMs = performance.now();
    if (nowMs > dueMs + lateMs) quietSinceMs = nowMs;
  }
}
