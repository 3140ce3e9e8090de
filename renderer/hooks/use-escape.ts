import { useEffect } from "preact/hooks";

/** Calls `onEscape` for the Escape key, unless an open element on the screen has handled it. */
export function useEscape(enabled: boolean, onEscape: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    if (!enabled) return;
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) onEscape(event);
    };
    document.addEventListener("keydown", handleKey);
    return () => document.removeEventListener("keydown", handleKey);
  });
}
