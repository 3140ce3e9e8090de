import type { ComponentChildren } from "preact";
import { TickIcon } from "./icons.tsx";

interface ChipProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Stands in the place of the name, such as a field of its own. */
  readonly children?: ComponentChildren;
}

/** A checkbox that looks like a button. The checkbox lies over the whole chip. */
export function Chip({ name, checked, onChange, children }: ChipProps) {
  return (
    <span class="chip">
      <input
        type="checkbox"
        aria-label={name}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <TickIcon small />
      {children || <span>{name}</span>}
    </span>
  );
}
