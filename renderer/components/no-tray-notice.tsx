import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

/** For desktops without tray icons: explains, and offers Quit, which is otherwise only in the tray menu. */
export function NoTrayNotice() {
  const { bridge, texts } = useWindow();
  return (
    <aside class="no-tray-notice">
      <p>{texts.trayMissing}</p>
      <Button kind="quiet" onClick={() => void bridge.quit()}>
        {texts.quit}
      </Button>
    </aside>
  );
}
