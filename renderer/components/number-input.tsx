import type { Ref, TargetedEvent, TargetedInputEvent } from "preact";
import { useRef } from "preact/hooks";
import { editPhone, type PhoneEdit, type PhoneText, splitPhone } from "../../domain/phone/phone-format.ts";

interface NumberInputProps {
  readonly id: string;
  readonly value: PhoneText;
  /** The region changes when an international number is pasted, or was typed and the field is left. */
  readonly onChange: (value: PhoneText) => void;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly ref: Ref<HTMLInputElement>;
}

/** The number without its calling code, grouped while typing. */
export function NumberInput({ id, value, onChange, invalid, describedBy, ref }: NumberInputProps) {
  const rewriting = useRef(false);

  function handleInput(event: TargetedInputEvent<HTMLInputElement>): void {
    if (rewriting.current) return;
    // Changing the text during composition, undo or redo would break the browser's own edit.
    if (event.isComposing || event.inputType.startsWith("history")) {
      onChange({ ...value, phone: event.currentTarget.value });
    } else {
      const inserted = !event.inputType.startsWith("delete");
      // Pasting and filling in insert more than one character.
      group(event, { deleted: deletedSide(event.inputType), whole: inserted && event.data?.length !== 1 });
    }
  }

  function group(
    { currentTarget: field }: TargetedEvent<HTMLInputElement>,
    { deleted, whole }: Pick<PhoneEdit, "deleted" | "whole">,
  ): void {
    const typed = field.value;
    const { regionCode, phone, caret } = editPhone({
      before: value,
      typed,
      caret: field.selectionEnd ?? typed.length,
      deleted,
      whole,
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
    <input
      ref={ref}
      id={id}
      type="tel"
      // Digits read from left to right, also in a right-to-left layout.
      dir="ltr"
      autocomplete="tel-national"
      value={value.phone}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onInput={handleInput}
      onCompositionEnd={(event) => group(event, { deleted: undefined, whole: false })}
      onBlur={() => onChange(splitPhone(value))}
    />
  );
}

function deletedSide(inputType: string): "backward" | "forward" | undefined {
  if (!inputType.startsWith("delete")) return undefined;
  if (inputType.endsWith("Backward")) return "backward";
  return inputType.endsWith("Forward") ? "forward" : undefined;
}

/** Replaces the text as typing would: setting `value` would corrupt undo and redo. */
function replaceText(field: HTMLInputElement, text: string): void {
  field.select();
  // Deprecated, but nothing else keeps undo, and the window only runs in Chromium.
  document.execCommand("insertText", false, text);
}
