import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { findSixDigits } from "../../domain/login/otp-code.ts";

/** Enters a six-digit code that is pasted anywhere in the window, except into another text field. */
export function usePastedCode(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function enterCode(event: ClipboardEvent): void {
      const { target } = event;
      const input = field.current;
      if (!input || (target !== input && target instanceof Element && target.matches(":read-write"))) return;
      const code = findSixDigits(event.clipboardData?.getData("text/plain") ?? "");
      if (code === undefined) return;
      event.preventDefault();
      input.focus();
      input.select();
      // Deprecated, but nothing else keeps undo, and the window only runs in Chromium.
      document.execCommand("insertText", false, code);
    }

    document.addEventListener("paste", enterCode);
    return () => document.removeEventListener("paste", enterCode);
  }, [field]);
}
