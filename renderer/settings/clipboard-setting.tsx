import { useId } from "preact/hooks";
import { type ClipboardClearing, clipboardClearings } from "../../domain/settings.ts";
import { Select } from "../components/select.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure, SettingRow } from "./setting-row.tsx";

export function ClipboardSetting({ clearing }: { clearing: ClipboardClearing }) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  const id = useId();
  return (
    <SettingRow
      id={id}
      label={texts.clipboardClearing}
      hint={texts.clipboardHint}
      control={
        <Select
          id={id}
          describedBy={`${id}-hint`}
          value={clearing}
          options={clipboardClearings.map((value) => ({ value, label: texts.clipboardClearings[value] }))}
          onChoose={(clipboardClearing) => change({ clipboardClearing })}
        />
      }
    >
      <SettingFailure error={error} />
    </SettingRow>
  );
}
