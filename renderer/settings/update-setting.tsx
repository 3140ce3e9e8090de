import { useId } from "preact/hooks";
import type { UpdateView } from "../../preload/contract.ts";
import { Checkbox } from "../components/checkbox.tsx";
import { UpdateNews } from "../components/update-news.tsx";
import { useSaveSettings } from "../hooks/use-save-settings.ts";
import { useWindow } from "../state/window-context.ts";
import { SettingFailure } from "./setting.tsx";

export function UpdateSetting({ update: { isOn, asks, version, newer } }: { update: UpdateView }) {
  const { texts } = useWindow();
  const { error, change } = useSaveSettings();
  const id = useId();
  return (
    <div>
      <Checkbox checked={isOn} describedBy={id} onChange={(on) => change({ updateCheck: on ? "on" : "off" })}>
        {texts.updateCheck}
      </Checkbox>
      <p id={id} class="hint">
        {texts.updateCheckHint(version, asks)}
      </p>
      {newer !== undefined && <UpdateNews newer={newer} />}
      <SettingFailure error={error} />
    </div>
  );
}
