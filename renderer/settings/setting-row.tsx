import type { ComponentChildren } from "preact";
import { FailureWords } from "../components/failure-message.tsx";
import { FieldMistake } from "../components/field-mistake.tsx";
import type { CallError } from "../state/window-context.ts";

interface SettingRowProps {
  /** The control's id. The hint's is `${id}-hint`. */
  readonly id: string;
  readonly label: string;
  readonly control: ComponentChildren;
  readonly hint?: string;
  /** Further controls and messages, below. */
  readonly children?: ComponentChildren;
}

/** A row of a list: its title at the start, its control at the end, longer words below both. */
export function SettingRow({ id, label, control, hint, children }: SettingRowProps) {
  return (
    <div class="list-row list-row-below">
      <div class="list-line">
        <label for={id}>{label}</label>
        {control}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="list-sub">
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

/** Why a change was not saved. `id`: for the `aria-describedby` of its field. */
export function SettingFailure({ id, error }: { id?: string; error: CallError | undefined }) {
  return error ? (
    <FieldMistake key={error} id={id}>
      <FailureWords failure={error.failure} />
    </FieldMistake>
  ) : null;
}
