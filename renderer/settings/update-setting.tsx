import { useId } from "preact/hooks";
import type { UpdateView } from "../../preload/contract.ts";
import { Switch } from "../components/switch.tsx";
import { UpdateNews } from "../components/update-news.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure, SettingRow } from "./setting-row.tsx";

export function UpdateSetting({ update: { isOn, asks, version, newer } }: { update: UpdateView }) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  const id = useId();
  return (
    <SettingRow
      id={id}
      label={texts.updateCheck}
      hint={texts.updateCheckHint(version, asks)}
      control={
        <Switch
          id={id}
          checked={isOn}
          describedBy={`${id}-hint`}
          onChange={(on) => change({ updateCheck: on ? "on" : "off" })}
        />
      }
    >
      {newer !== undefined && <UpdateNews newer={newer} />}
      <SettingFailure error={error} />
    </SettingRow>
  );
}
