import { useEffect, useRef } from "preact/hooks";

/**
 * Calls `onReached` when `leftMs` falls to one of `milestonesMs`, but not for those already passed on the first render.
 * Screen readers announce these moments instead of every second.
 */
export function useMilestones(leftMs: number, milestonesMs: readonly number[], onReached: () => void): void {
  const previousMs = useRef(leftMs);
  useEffect(() => {
    const beforeMs = previousMs.current;
    previousMs.current = leftMs;
    if (milestonesMs.some((milestoneMs) => leftMs <= milestoneMs && milestoneMs < beforeMs)) onReached();
  });
}
