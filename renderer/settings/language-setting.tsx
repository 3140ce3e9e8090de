import { useId } from "preact/hooks";
import type { Settings } from "../../preload/contract.ts";
import { Select } from "../components/select.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure, SettingRow } from "./setting-row.tsx";

/** Each language under its own name, so that its speakers find it in a window in the other language. */
const languages = [
  { value: "en", label: "English", lang: "en" },
  { value: "es", label: "Español", lang: "es" },
] as const;

export function LanguageSetting({ language }: Pick<Settings, "language">) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  const id = useId();
  return (
    <SettingRow
      id={id}
      label={texts.language}
      control={
        <Select<Settings["language"]>
          id={id}
          value={language}
          options={[{ value: "system", label: texts.systemLanguage }, ...languages]}
          onChoose={(chosen) => change({ language: chosen })}
        />
      }
    >
      <SettingFailure error={error} />
    </SettingRow>
  );
}
