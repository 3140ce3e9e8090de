import type { RefObject, TargetedInputEvent } from "preact";
import { useRef } from "preact/hooks";
import { readSixDigits } from "../../domain/login/otp-code.ts";
import { usePastedCode } from "../hooks/use-pasted-code.ts";
import { useWindow } from "../state/window-context.ts";

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly invalid: boolean;
  /** While a code is being checked. */
  readonly readOnly: boolean;
  readonly describedBy: string;
  /** Called once for each complete code, so that a wrong one is not submitted again automatically. */
  readonly onComplete: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Takes six digits, typed or filled in, and a code pasted anywhere in the window, even inside a whole message. */
export function CodeField({
  id,
  label,
  value,
  onType,
  invalid,
  readOnly,
  describedBy,
  onComplete,
  field,
}: CodeFieldProps) {
  const { texts } = useWindow();
  const submitted = useRef(new Set<string>());
  usePastedCode(field);

  function submit(typed: string): void {
    const code = readSixDigits(typed);
    if (code === undefined || submitted.current.has(code)) return;
    submitted.current.add(code);
    onComplete();
  }

  function handleInput(event: TargetedInputEvent<HTMLInputElement>): void {
    const typed = event.currentTarget.value;
    onType(typed);
    if (!event.isComposing) submit(typed);
  }

  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        class="control code"
        type="text"
        // Digits read from left to right, also in a right-to-left layout.
        dir="ltr"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={16}
        value={value}
        readOnly={readOnly}
        aria-invalid={invalid}
        aria-describedby={`${describedBy} ${id}-hint`}
        onInput={handleInput}
        onCompositionEnd={(event) => submit(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} hidden>
        {texts.codeCheckedAutomatically}
      </p>
    </div>
  );
}
