import type { ComponentChildren } from "preact";
import { InfoIcon } from "./icons.tsx";

interface FieldMistakeProps {
  /** For the `aria-describedby` of the field. */
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}

/** What a person corrects in a field. It replaces the help line below the field. */
export function FieldMistake({ id, children }: FieldMistakeProps) {
  return (
    <p id={id} class="help help-bad" role="alert">
      <InfoIcon small />
      <span>{children}</span>
    </p>
  );
}
