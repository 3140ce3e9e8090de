import { useId } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";

interface UpdateNewsProps {
  readonly newer: string;
  /** Without it there is no Hide button. */
  readonly onHide?: (() => void) | undefined;
}

/** Names the newer version and opens its page in the browser; nothing is installed. */
export function UpdateNews({ newer, onHide }: UpdateNewsProps) {
  const { bridge, texts } = useWindow();
  const id = useId();
  return (
    <div class="news">
      <span id={id}>{texts.updateAvailable(newer)}</span>
      <Button kind="quiet" describedBy={id} onClick={() => void bridge.openRelease()}>
        {texts.getUpdate}
      </Button>
      {onHide && (
        <Button kind="quiet" describedBy={id} onClick={onHide}>
          {texts.hideUpdate}
        </Button>
      )}
    </div>
  );
}
