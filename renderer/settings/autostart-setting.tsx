import { useId } from "preact/hooks";
import { Switch } from "../components/switch.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure, SettingRow } from "./setting-row.tsx";

export function AutostartSetting({ startsAtLogin }: { startsAtLogin: boolean | undefined }) {
  const { bridge, texts } = useWindow();
  const { error, save } = useSaveSettings();
  const id = useId();
  return (
    <SettingRow
      id={id}
      label={texts.startAtLogin}
      control={
        <Switch
          id={id}
          checked={startsAtLogin === true}
          disabled={startsAtLogin === undefined}
          onChange={(enabled) => void save(() => bridge.setAutostart({ enabled }))}
        />
      }
    >
      <SettingFailure error={error} />
    </SettingRow>
  );
}
