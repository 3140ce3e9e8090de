import { useEffect, useState } from "preact/hooks";

/** Less than the second that is shown, so that no second is skipped. */
const tickMs = 250;

/** Time in ms since `sinceMs` on `performance.now()`; ticks until `lastsMs` have passed, then rests. */
export function useElapsed(sinceMs: number, lastsMs: number): number {
  const [nowMs, setNowMs] = useState(sinceMs);

  useEffect(() => {
    if (performance.now() - sinceMs >= lastsMs) return;
    const timer = setInterval(() => {
      const tickedAtMs = performance.now();
      setNowMs(tickedAtMs);
      if (tickedAtMs - sinceMs >= lastsMs) clearInterval(timer);
    }, tickMs);
    return () => clearInterval(timer);
  }, [sinceMs, lastsMs]);

  return Math.max(0, nowMs - sinceMs);
}
