import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

/** For desktops without tray icons: explains, and offers Quit, which is otherwise only in the tray menu. */
export function NoTrayNotice() {
  const { bridge, texts } = useWindow();
  return (
    <aside class="after-main">
      <div class="list">
        <div class="list-row">
          <p class="list-words list-sub">{texts.trayMissing}</p>
          <Button kind="secondary" small onClick={() => void bridge.quit()}>
            {texts.quit}
          </Button>
        </div>
      </div>
    </aside>
  );
}
