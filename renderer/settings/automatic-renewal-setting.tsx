import { useId } from "preact/hooks";
import { Switch } from "../components/switch.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure, SettingRow } from "./setting-row.tsx";

export function AutomaticRenewalSetting({ isOn }: { isOn: boolean }) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  const id = useId();
  return (
    <SettingRow
      id={id}
      label={texts.automaticRenewalHeading}
      hint={texts.automaticRenewalHint}
      control={
        <Switch
          id={id}
          checked={isOn}
          describedBy={`${id}-hint`}
          onChange={(on) => change({ automaticRenewal: on ? "on" : "off" })}
        />
      }
    >
      <SettingFailure error={error} />
    </SettingRow>
  );
}
