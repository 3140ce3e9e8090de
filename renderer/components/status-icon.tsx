import type { TokenView } from "../../preload/contract.ts";
import { markShapes } from "./status-icon-shapes.ts";

/** The tray's icon for this state. The words beside it say the same, so it is left out for screen readers. */
export function StatusIcon({ status }: { status: TokenView["status"] }) {
  const shape = status === "unreadable" ? "absent" : status;
  return (
    <svg class={`mark mark-${shape}`} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path fill-rule="evenodd" d={markShapes[shape]} />
    </svg>
  );
}
