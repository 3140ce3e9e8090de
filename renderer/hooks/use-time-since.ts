import { useEffect, useState } from "preact/hooks";

/** Milliseconds since `sinceMs` (on `performance.now()`), measured again every `everyMs`. */
export function useTimeSince(sinceMs: number, everyMs: number): number {
  const [nowMs, setNowMs] = useState(sinceMs);

  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);

  return Math.max(0, nowMs - sinceMs);
}
