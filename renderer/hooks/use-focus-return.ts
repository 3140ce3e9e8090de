import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";

/** Moves the focus to the screen's start when `element` goes while it contains the focus. */
export function useFocusReturn(element: RefObject<HTMLElement | null>): void {
  const { screenStart } = useWindow();
  useLayoutEffect(
    () => () => {
      if (element.current?.contains(document.activeElement)) screenStart.current?.focus();
    },
    [element, screenStart],
  );
}
