import { Checkbox } from "../components/checkbox.tsx";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure } from "./setting.tsx";
import { useSaving } from "./use-saving.ts";

export function AutostartSetting({ startsAtLogin }: { startsAtLogin: boolean | undefined }) {
  const { bridge, texts } = useWindow();
  const { shown, save } = useSaving();
  return (
    <div>
      <Checkbox
        checked={startsAtLogin === true}
        disabled={startsAtLogin === undefined}
        onChange={(enabled) => void save(() => bridge.setAutostart({ enabled }))}
      >
        {texts.startAtLogin}
      </Checkbox>
      <SettingFailure shown={shown} />
    </div>
  );
}
