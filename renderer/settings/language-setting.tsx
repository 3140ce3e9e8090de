import { useId } from "preact/hooks";
import type { Settings } from "../../preload/contract.ts";
import { Select } from "../components/select.tsx";
import { useWindow } from "../state/window-context.ts";
import { Setting, SettingFailure } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

/** Each by its own name, so that a person finds it in a window that speaks the other one. */
const languages = [
  { value: "en", label: "English", lang: "en" },
  { value: "es", label: "Español", lang: "es" },
] as const;

export function LanguageSetting({ language }: Pick<Settings, "language">) {
  const { texts } = useWindow();
  const { shown, change } = useSaving();
  const id = useId();
  return (
    <Setting id={id} label={texts.language}>
      <Select<Settings["language"]>
        id={id}
        value={language}
        options={[{ value: "system", label: texts.systemLanguage }, ...languages]}
        onChoose={(chosen) => change({ language: chosen })}
      />
      <SettingFailure shown={shown} />
    </Setting>
  );
}
