import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The caret of a focused text field, as an index of its text; `undefined` without the focus or while text is selected. */
export function useCaret(field: RefObject<HTMLInputElement | null>): number | undefined {
  const [caret, setCaret] = useState<number>();

  useEffect(() => {
    const read = () => {
      const input = field.current;
      const isCollapsed = input?.selectionStart === input?.selectionEnd;
      setCaret(input && document.activeElement === input && isCollapsed ? (input.selectionEnd ?? 0) : undefined);
    };
    const events = ["selectionchange", "focusin", "focusout", "input"] as const;
    for (const name of events) document.addEventListener(name, read);
    return () => {
      for (const name of events) document.removeEventListener(name, read);
    };
  }, [field]);

  return caret;
}
