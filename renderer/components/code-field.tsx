import type { RefObject, TargetedInputEvent } from "preact";
import { useRef } from "preact/hooks";
import { readSixDigits } from "../../domain/login/otp-code.ts";
import { asciiDigits } from "../../domain/phone/ascii-digits.ts";
import { useCaret } from "../hooks/use-caret.ts";
import { usePastedCode } from "../hooks/use-pasted-code.ts";
import { useWindow } from "../state/window-context.ts";
import { CodeCells } from "./code-cells.tsx";

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly invalid: boolean;
  /** The code can no longer be used. */
  readonly expired: boolean;
  /** While a code is being checked. */
  readonly readOnly: boolean;
  readonly describedBy: string;
  /** Called once for each complete code, so that a wrong one is not submitted again automatically. */
  readonly onComplete: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

const length = 6;

/**
 * Six digits, typed, filled in, or pasted anywhere in the window, even inside a whole message. One real field lies over the
 * cells that show them, so that typing, pasting, selecting and reading out work as in every field.
 */
export function CodeField(props: CodeFieldProps) {
  const { id, label, value, onType, invalid, expired, readOnly, describedBy, onComplete, field } = props;
  const { texts } = useWindow();
  const submitted = useRef(new Set<string>());
  const caret = useCaret(field);
  usePastedCode(field);

  function submit(typed: string): void {
    const code = readSixDigits(typed);
    if (code === undefined || submitted.current.has(code)) return;
    submitted.current.add(code);
    onComplete();
  }

  function take(input: HTMLInputElement): void {
    const digits = asciiDigits(input.value).replace(/\D/g, "");
    // More than six digits are no code, and cutting them would submit somebody's guess.
    const next = digits.length > length ? value : digits;
    if (next !== input.value) input.value = next;
    onType(next);
    submit(next);
  }

  function handleInput(event: TargetedInputEvent<HTMLInputElement>): void {
    // Changing the text during composition would break the input method's edit.
    if (event.isComposing) onType(event.currentTarget.value);
    else take(event.currentTarget);
  }

  function handleClick(input: HTMLInputElement): void {
    // The digits below stand elsewhere than the field's own, so a place between two of them cannot be pointed at.
    if (input.selectionStart === input.selectionEnd) input.setSelectionRange(value.length, value.length);
  }

  const inactive = readOnly || expired;
  return (
    <div class={`cells${invalid ? " cells-bad" : ""}${inactive ? " cells-inactive" : ""}`} dir="ltr">
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={16}
        aria-label={label}
        value={value}
        readOnly={readOnly}
        aria-invalid={invalid}
        aria-describedby={`${describedBy} ${id}-hint`}
        onInput={handleInput}
        onCompositionEnd={(event) => take(event.currentTarget)}
        onClick={(event) => handleClick(event.currentTarget)}
      />
      <CodeCells digits={value} current={caret === undefined ? undefined : Math.min(caret, length - 1)} />
      <p id={`${id}-hint`} hidden>
        {texts.codeCheckedAutomatically}
      </p>
    </div>
  );
}
