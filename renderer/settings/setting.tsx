import type { ComponentChildren } from "preact";
import { FailureLines } from "../components/failure-message.tsx";
import type { ShownFailure } from "../state/window-context.ts";

interface SettingProps {
  /** Of the field that the label is for. */
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A label with its field. */
export function Setting({ id, label, children }: SettingProps) {
  return (
    <div class="setting">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

/** What a change failed with, where it was made. */
export function SettingFailure({ id, shown }: { id?: string; shown: ShownFailure | undefined }) {
  return shown ? (
    <div class="setting-failure">
      <FailureLines key={shown} id={id} shown={shown} />
    </div>
  ) : null;
}
