import type { MissingTray } from "../../preload/contract.ts";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

/** Where no tray shows the icon: explains, and offers Quit, which is otherwise only in the tray menu. */
export function NoTrayNotice({ why }: { readonly why: MissingTray }) {
  const { bridge, texts } = useWindow();
  return (
    <aside class="after-main">
      <div class="list">
        <div class="list-row">
          <p class="list-words list-sub">{texts.missingTray(why)}</p>
          <Button kind="secondary" small onClick={() => void bridge.quit()}>
            {texts.quit}
          </Button>
        </div>
      </div>
    </aside>
  );
}
