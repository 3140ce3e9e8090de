import { useWindow } from "../state/window-context.ts";
import { Button } from "./button.tsx";
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
    <Button kind={asIcon ? "icon" : "secondary"} small name={texts.checkToken} busy={busy} onClick={onClick}>
      {asIcon ? <RefreshIcon /> : texts.checkToken}
    </Button>
  );
}
