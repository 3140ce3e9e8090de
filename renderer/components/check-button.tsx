import { useWindow } from "../state/window-context.ts";
import { RefreshIcon } from "./icons.tsx";

interface CheckButtonProps {
  /** Once there is something to refresh. */
  readonly asIcon: boolean;
  readonly busy: boolean;
  readonly onClick: () => void;
}

/** One element in both forms, so that it keeps the focus when the first check turns it into an icon. */
export function CheckButton({ asIcon, busy, onClick }: CheckButtonProps) {
  const { texts } = useWindow();
  return (
    <button
      class={asIcon ? "icon-button" : "button button-secondary button-small"}
      type="button"
      aria-label={texts.checkToken}
      title={asIcon ? texts.checkToken : undefined}
      aria-busy={busy}
      onClick={onClick}
    >
      {asIcon ? (
        <RefreshIcon />
      ) : (
        <>
          {busy && <span class="spinner" />}
          {texts.checkToken}
        </>
      )}
    </button>
  );
}
