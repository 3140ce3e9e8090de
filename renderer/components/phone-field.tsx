import type { Ref, TargetedEvent, TargetedInputEvent } from "preact";
import { useRef } from "preact/hooks";
import { editPhone, type PhoneText } from "../../domain/phone/phone-format.ts";
import { useWindow } from "../state/window-context.ts";

interface PhoneFieldProps {
  readonly id: string;
  readonly value: PhoneText;
  /** The region is another one when a whole number, with + or 00, was typed or pasted. */
  readonly onChange: (value: PhoneText) => void;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly ref: Ref<HTMLInputElement>;
}

/** The number without its calling code, grouped while it is typed. */
export function PhoneField({ id, value, onChange, invalid, describedBy, ref }: PhoneFieldProps) {
  const { texts } = useWindow();
  const rewriting = useRef(false);

  function type(event: TargetedInputEvent<HTMLInputElement>): void {
    if (rewriting.current) return;
    // What is being composed, undone or redone belongs to the browser: a change in the midst of it would break it.
    if (event.isComposing || event.inputType.startsWith("history")) {
      onChange({ ...value, phone: event.currentTarget.value });
    } else {
      group(event, deletedSide(event.inputType));
    }
  }

  function group({ currentTarget: field }: TargetedEvent<HTMLInputElement>, deleted?: "backward" | "forward"): void {
    const typed = field.value;
    const { regionCode, phone, caret } = editPhone({
      before: value,
      typed,
      caret: field.selectionEnd ?? typed.length,
      deleted,
    });
    if (phone !== typed) {
      rewriting.current = true;
      replaceText(field, phone);
      rewriting.current = false;
      field.setSelectionRange(caret, caret);
    }
    onChange({ regionCode, phone });
  }

  return (
    <div class="field">
      <label for={id}>{texts.phoneNumber}</label>
      <input
        ref={ref}
        id={id}
        class="control"
        type="tel"
        // Between right-to-left words, too, the groups of a number stand from left to right.
        dir="ltr"
        autocomplete="tel-national"
        value={value.phone}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onInput={type}
        onCompositionEnd={(event) => group(event)}
      />
    </div>
  );
}

function deletedSide(inputType: string): "backward" | "forward" | undefined {
  if (!inputType.startsWith("delete")) return undefined;
  if (inputType.endsWith("Backward")) return "backward";
  return inputType.endsWith("Forward") ? "forward" : undefined;
}

/** As if it were typed: after a change of `value` by script, undo and redo would mix up old and new text. */
function replaceText(field: HTMLInputElement, text: string): void {
  field.select();
  // Deprecated without a successor that keeps the history; Chromium is the one browser here.
  document.execCommand("insertText", false, text);
}
