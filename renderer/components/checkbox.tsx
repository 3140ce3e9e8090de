import type { ComponentChildren } from "preact";

interface CheckboxProps {
  readonly checked: boolean;
  readonly disabled?: boolean;
  /** The id of the element that a screen reader reads after the name. */
  readonly describedBy?: string;
  readonly onChange: (checked: boolean) => void;
  readonly children: ComponentChildren;
}

export function Checkbox({ checked, disabled = false, describedBy, onChange, children }: CheckboxProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}
