import { useLayoutEffect, useRef } from "preact/hooks";
import { elapsedMs } from "../state/elapsed-time.ts";

/** A line that shows what remains of a time. `share`: 0 to 1. Hidden from screen readers: the words beside it say the same. */
export function Fuse({ share }: { share: number }) {
  return (
    <svg class="fuse" aria-hidden="true" focusable="false">
      <rect width={`${(Math.max(0, Math.min(1, share)) * 100).toFixed(2)}%`} height="2" />
    </svg>
  );
}

interface BurningFuseProps {
  /** From a full line to none, in ms. */
  readonly wholeMs: number;
  /** What was left of it at `sinceMs`, by `elapsedMs()`. */
  readonly leftMs: number;
  readonly sinceMs: number;
}

/** A fuse that shrinks smoothly by itself, or once a second where the system asks for reduced motion. */
export function BurningFuse({ wholeMs, leftMs, sinceMs }: BurningFuseProps) {
  const line = useRef<SVGSVGElement>(null);
  // By script, because the policy allows no inline style, and a style sheet does not know the time.
  useLayoutEffect(() => {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const animation = line.current?.firstElementChild?.animate([{ scale: "1 1" }, { scale: "0 1" }], {
      duration: wholeMs,
      easing: isCalm ? `steps(${Math.ceil(wholeMs / 1000)})` : "linear",
      fill: "forwards",
    });
    if (animation) animation.currentTime = wholeMs - leftMs + (elapsedMs() - sinceMs);
    return () => animation?.cancel();
  }, [wholeMs, leftMs, sinceMs]);
  return (
    <svg ref={line} class="fuse" aria-hidden="true" focusable="false">
      <rect width="100%" height="2" />
    </svg>
  );
}
