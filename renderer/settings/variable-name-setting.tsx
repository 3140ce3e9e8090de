import { useEffect, useId, useRef, useState } from "preact/hooks";
import { isVariableName, usualVariableNames } from "../../domain/settings.ts";
import { Select } from "../components/select.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure, SettingRow } from "./setting-row.tsx";

const other = "other";

export function VariableNameSetting({ variableName }: { variableName: string }) {
  const { texts } = useWindow();
  const { error, change, fail, clearError } = useSaveSettings();
  const usual = usualVariableNames.find((name) => name === variableName);
  const [naming, setNaming] = useState(usual === undefined);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    // Only when "Another…" was just chosen, not when a custom name was stored before.
    if (naming && usual !== undefined) field.current?.focus();
  }, [naming, usual]);

  function choose(chosen: string): void {
    setNaming(chosen === other);
    if (chosen !== other) change({ variableName: chosen });
  }

  function save(typed: string): void {
    const trimmed = typed.trim();
    // An empty field keeps the stored name.
    if (trimmed === "") return;
    if (isVariableName(trimmed)) change({ variableName: trimmed });
    else fail({ kind: "variable-name-invalid" });
  }

  function handleBlur(input: HTMLInputElement): void {
    // The field keeps the focus when the window goes to the background.
    if (input.value.trim() !== "" || document.activeElement === input) return;
    clearError();
    setNaming(usual === undefined);
    if (usual === undefined) input.value = variableName;
  }

  return (
    <SettingRow
      id={id}
      label={texts.variableName}
      control={
        <Select
          id={id}
          value={naming ? other : variableName}
          options={[
            ...usualVariableNames.map((name) => ({ value: name, label: name })),
            { value: other, label: texts.ownVariableName },
          ]}
          onChoose={choose}
        />
      }
    >
      {naming && (
        <div class="box box-small">
          <input
            ref={field}
            type="text"
            autocapitalize="off"
            autocomplete="off"
            spellcheck={false}
            maxLength={64}
            defaultValue={usual === undefined ? variableName : ""}
            aria-label={texts.ownVariableNameField}
            aria-invalid={error !== undefined}
            aria-describedby={error && `${id}-failure`}
            onChange={(event) => save(event.currentTarget.value)}
            onBlur={(event) => handleBlur(event.currentTarget)}
          />
        </div>
      )}
      <SettingFailure id={`${id}-failure`} error={error} />
    </SettingRow>
  );
}
