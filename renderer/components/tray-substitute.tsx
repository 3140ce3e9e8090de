import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

/** What only the tray's menu offers, for desktops that show no tray icons. */
export function TraySubstitute() {
  const { bridge, texts } = useWindow();
  return (
    <aside class="tray-substitute">
      <p>{texts.trayMissing}</p>
      <Button kind="quiet" onClick={() => void bridge.quit()}>
        {texts.quit}
      </Button>
    </aside>
  );
}
