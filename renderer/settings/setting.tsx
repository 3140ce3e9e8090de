import type { ComponentChildren } from "preact";
import { FailureLines } from "../components/failure-message.tsx";
import type { CallError } from "../state/window-context.ts";

interface SettingProps {
  /** The field's id. */
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

export function Setting({ id, label, children }: SettingProps) {
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

/** Why a change was not saved, below its field. */
export function SettingFailure({ id, error }: { id?: string; error: CallError | undefined }) {
  return error ? (
    <div class="setting-failure">
      <FailureLines key={error} id={id} error={error} />
    </div>
  ) : null;
}
