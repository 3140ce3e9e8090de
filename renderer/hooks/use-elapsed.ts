import { useEffect, useState } from "preact/hooks";
import { elapsedMs } from "../state/elapsed-time.ts";

/** Shorter than the displayed second, so that the countdown skips none. */
const tickMs = 250;

/** Milliseconds since `sinceMs` (by `elapsedMs()`). Stops ticking once `durationMs` have passed. */
export function useElapsed(sinceMs: number, durationMs: number): number {
  const [nowMs, setNowMs] = useState(sinceMs);

  useEffect(() => {
    if (elapsedMs() - sinceMs >= durationMs) return;
    const timer = setInterval(() => {
      const tickedAtMs = elapsedMs();
      setNowMs(tickedAtMs);
      if (tickedAtMs - sinceMs >= durationMs) clearInterval(timer);
    }, tickMs);
    return () => clearInterval(timer);
  }, [sinceMs, durationMs]);

  return Math.max(0, nowMs - sinceMs);
}
