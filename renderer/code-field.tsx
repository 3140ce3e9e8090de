import type { Ref } from "preact";

interface CodeFieldProps {
  readonly id: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly ref: Ref<HTMLInputElement>;
}

/** Six digits; a code that was pasted with spaces or a dash fits as well. */
export function CodeField({ id, label, invalid, describedBy, ref }: CodeFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={ref}
        id={id}
        class="control code"
        type="text"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={16}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
    </div>
  );
}
