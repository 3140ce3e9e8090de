import { useEffect } from "preact/hooks";

/** Escape is the way back, unless something that is open on the screen takes it for itself. */
export function useEscape(possible: boolean, leave: () => void): void {
  useEffect(() => {
    if (!possible) return;
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) leave();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
}
