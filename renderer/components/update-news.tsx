import { useId } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";

interface UpdateNewsProps {
  readonly newer: string;
  /** Without it the news stays. */
  readonly onHide?: (() => void) | undefined;
}

/** That there is a newer version, and the way to it: always a page in the browser, never an installation. */
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
