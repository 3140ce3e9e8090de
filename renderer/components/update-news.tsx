import { useId } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";

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
    <div class="update-news">
      <span id={id}>{texts.updateAvailable(newer)}</span>
      <button class="link" type="button" aria-describedby={id} onClick={() => void bridge.openRelease()}>
        {texts.getUpdate}
      </button>
      {onHide && (
        <button class="link" type="button" aria-describedby={id} onClick={onHide}>
          {texts.hideUpdate}
        </button>
      )}
    </div>
  );
}
