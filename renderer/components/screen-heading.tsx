import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";

interface ScreenHeadingProps {
  /** The id of the element that a screen reader reads after the heading. */
  readonly describedBy?: string;
  /** Changes with the screen's controls, because the focused one may be removed. */
  readonly controlsKey?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Takes the focus when its screen appears, so that a screen reader starts there, and when the focused control was removed. */
export function ScreenHeading({ describedBy, controlsKey, class: className, children }: ScreenHeadingProps) {
  const { screenStart } = useWindow();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    screenStart.current = heading.current;
  }, [screenStart]);
  // The window has just scrolled to the top.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [controlsKey]);
  return (
    <h1 ref={heading} class={className} tabIndex={-1} aria-describedby={describedBy}>
      {children}
    </h1>
  );
}
