import type { TokenView } from "../../preload/contract.ts";
import { statusIconShapes } from "./status-icon-shapes.ts";

/** The tray icon for this state. Hidden from screen readers: the text beside it says the same. */
export function StatusIcon({ status }: { status: TokenView["status"] }) {
  const shape = status === "unreadable" ? "absent" : status;
  return (
    <svg class={`mark mark-${shape}`} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path fill-rule="evenodd" d={statusIconShapes[shape]} />
    </svg>
  );
}
