import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface ScreenHeadingProps {
  /** The id of what a screen reader says after it. */
  readonly describedBy?: string;
  /** What the screen's controls depend on: when it changes, the one that has the focus may vanish. */
  readonly controlsOf?: string;
  readonly children: ComponentChildren;
}

/** Takes the focus when its screen comes, so that a screen reader begins there, and when nothing else has it any more. */
export function ScreenHeading({ describedBy, controlsOf, children }: ScreenHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The screen has just been shown from its top.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [controlsOf]);
  return (
    <h1 ref={heading} tabIndex={-1} aria-describedby={describedBy}>
      {children}
    </h1>
  );
}
