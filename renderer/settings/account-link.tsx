import { useId } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { useWindow } from "../state/window-context.ts";

/** Opens Verifik's site in the browser. */
export function AccountLink() {
  const { bridge, texts } = useWindow();
  const id = useId();
  return (
    <div class="list-row">
      <span id={id}>{texts.accountAtVerifik}</span>
      <Button kind="quiet" describedBy={id} onClick={() => void bridge.openVerifik()}>
        verifik.co
      </Button>
    </div>
  );
}
