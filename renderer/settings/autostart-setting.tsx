import { Checkbox } from "../components/checkbox.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure } from "./setting.tsx";

export function AutostartSetting({ startsAtLogin }: { startsAtLogin: boolean | undefined }) {
  const { bridge, texts } = useWindow();
  const { error, save } = useSaveSettings();
  return (
    <div>
      <Checkbox
        checked={startsAtLogin === true}
        disabled={startsAtLogin === undefined}
        onChange={(enabled) => void save(() => bridge.setAutostart({ enabled }))}
      >
        {texts.startAtLogin}
      </Checkbox>
      <SettingFailure error={error} />
    </div>
  );
}
