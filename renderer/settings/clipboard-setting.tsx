import { useId } from "preact/hooks";
import { type ClipboardClearing, clipboardClearings } from "../../domain/settings.ts";
import { Select } from "../components/select.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { Setting, SettingFailure } from "./setting.tsx";

export function ClipboardSetting({ clearing }: { clearing: ClipboardClearing }) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  const id = useId();
  return (
    <Setting id={id} label={texts.clipboardClearing}>
      <Select
        id={id}
        describedBy={`${id}-hint`}
        value={clearing}
        options={clipboardClearings.map((value) => ({ value, label: texts.clipboardClearings[value] }))}
        onChoose={(clipboardClearing) => change({ clipboardClearing })}
      />
      <p id={`${id}-hint`} class="hint">
        {texts.clipboardHint}
      </p>
      <SettingFailure error={error} />
    </Setting>
  );
}
