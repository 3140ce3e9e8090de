import { useEffect, useState } from "preact/hooks";
import { elapsedMs } from "../state/elapsed-time.ts";

/** Milliseconds since `sinceMs` (by `elapsedMs()`), measured again every `everyMs`. */
export function useTimeSince(sinceMs: number, everyMs: number): number {
  const [nowMs, setNowMs] = useState(sinceMs);

  useEffect(() => {
    const timer = setInterval(() => setNowMs(elapsedMs()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);

  return Math.max(0, nowMs - sinceMs);
}
