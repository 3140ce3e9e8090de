import { useEffect, useId, useRef, useState } from "preact/hooks";
import { isVariableName, usualVariableNames } from "../../domain/settings.ts";
import { Select } from "../components/select.tsx";
import { useWindow } from "../state/window-context.ts";
import { Setting, SettingFailure } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

const other = "other";

export function VariableNameSetting({ variableName }: { variableName: string }) {
  const { texts } = useWindow();
  const { shown, change, fail, drop } = useSaving();
  const usual = usualVariableNames.find((name) => name === variableName);
  const [naming, setNaming] = useState(usual === undefined);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    // Only when "Another name…" was just chosen; a name of one's own that is stored already has its place.
    if (naming && usual !== undefined) field.current?.focus();
  }, [naming, usual]);

  function choose(chosen: string): void {
    setNaming(chosen === other);
    if (chosen !== other) change({ variableName: chosen });
  }

  function name(typed: string): void {
    const trimmed = typed.trim();
    // Whoever goes on without a name keeps the stored one.
    if (trimmed === "") return;
    if (isVariableName(trimmed)) change({ variableName: trimmed });
    else fail({ kind: "variable-name-invalid" });
  }

  function leave(input: HTMLInputElement): void {
    // The window may just have gone to the back.
    if (input.value.trim() !== "" || document.activeElement === input) return;
    drop();
    setNaming(usual === undefined);
    if (usual === undefined) input.value = variableName;
  }

  return (
    <Setting id={id} label={texts.variableName}>
      <Select
        id={id}
        value={naming ? other : variableName}
        options={[
          ...usualVariableNames.map((name) => ({ value: name, label: name })),
          { value: other, label: texts.ownVariableName },
        ]}
        onChoose={choose}
      />
      {naming && (
        <input
          ref={field}
          class="control"
          type="text"
          autocapitalize="off"
          autocomplete="off"
          spellcheck={false}
          maxLength={64}
          defaultValue={usual === undefined ? variableName : ""}
          aria-label={texts.ownVariableNameField}
          aria-invalid={shown !== undefined}
          aria-describedby={shown && `${id}-failure`}
          onChange={(event) => name(event.currentTarget.value)}
          onBlur={(event) => leave(event.currentTarget)}
        />
      )}
      <SettingFailure id={`${id}-failure`} shown={shown} />
    </Setting>
  );
}
