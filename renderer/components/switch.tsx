interface SwitchProps {
  /** For a visible label. */
  readonly id: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  /** The id of the element that a screen reader reads after the name. */
  readonly describedBy?: string;
  readonly onChange: (checked: boolean) => void;
}

export function Switch({ id, checked, disabled = false, describedBy, onChange }: SwitchProps) {
  return (
    <input
      id={id}
      class="switch"
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says itself whether it is checked
      role="switch"
      checked={checked}
      disabled={disabled}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
