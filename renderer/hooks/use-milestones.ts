import { useEffect, useRef } from "preact/hooks";

/**
 * Calls back when what is left of a time, in ms, comes down to a milestone: a screen reader is told of these, not of each
 * second. Not for milestones that were behind at the beginning.
 */
export function useMilestones(leftMs: number, milestonesMs: readonly number[], onReached: () => void): void {
  const previousMs = useRef(leftMs);
  useEffect(() => {
    const beforeMs = previousMs.current;
    previousMs.current = leftMs;
    if (milestonesMs.some((milestoneMs) => leftMs <= milestoneMs && milestoneMs < beforeMs)) onReached();
  });
}
