import type { RefObject, TargetedInputEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { findSixDigits, readSixDigits } from "../../domain/login/otp-code.ts";
import { useWindow } from "../state/window-context.ts";

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly invalid: boolean;
  /** A code is on its way: it stays as it is until the answer is there. */
  readonly readOnly: boolean;
  readonly describedBy: string;
  /** Six digits are there; once for each code, so that a wrong one is not sent again by itself. */
  readonly onCode: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Six digits, typed, filled in or pasted: in here with spaces or a dash, or anywhere in the window within a message. */
export function CodeField({ id, label, value, onType, invalid, readOnly, describedBy, onCode, field }: CodeFieldProps) {
  const { texts } = useWindow();
  const given = useRef(new Set<string>());
  usePastedCode(field);

  function give(typed: string): void {
    const code = readSixDigits(typed);
    if (code === undefined || given.current.has(code)) return;
    given.current.add(code);
    onCode();
  }

  function type(event: TargetedInputEvent<HTMLInputElement>): void {
    const typed = event.currentTarget.value;
    onType(typed);
    if (!event.isComposing) give(typed);
  }

  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        class="control code"
        type="text"
        // Digits stand from left to right between right-to-left words too.
        dir="ltr"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={16}
        value={value}
        readOnly={readOnly}
        aria-invalid={invalid}
        aria-describedby={`${describedBy} ${id}-hint`}
        onInput={type}
        onCompositionEnd={(event) => give(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} hidden>
        {texts.codeIsSentByItself}
      </p>
    </div>
  );
}

/** Types a code that is pasted anywhere in the window; what is pasted into another field belongs there. */
function usePastedCode(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function takeCode(event: ClipboardEvent): void {
      const { target } = event;
      const input = field.current;
      if (!input || (target !== input && target instanceof Element && target.matches(":read-write"))) return;
      const code = findSixDigits(event.clipboardData?.getData("text/plain") ?? "");
      if (code === undefined) return;
      event.preventDefault();
      input.focus();
      input.select();
      // Deprecated without a successor that keeps undo; Chromium is the one browser here.
      document.execCommand("insertText", false, code);
    }

    document.addEventListener("paste", takeCode);
    return () => document.removeEventListener("paste", takeCode);
  }, [field]);
}
