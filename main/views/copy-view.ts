import type { KeptToken } from "../../domain/ports.ts";
import { tokenStatus } from "../../domain/token/bearer-token.ts";
import { type CopiedToken, isCopyOf, replacesCopy } from "../../domain/token/copied-token.ts";
import type { CopyView } from "../../preload/contract.ts";

/** The menu has a line for a copy from 7 days before its end until so long after it. */
const inMenuAfterEndMs = 7 * 24 * 60 * 60 * 1000;

type PresentToken = Pick<KeptToken, "obtainedAtMs" | "expiresAtMs" | "maskedPhone" | "rejected">;

/** The view of a copied token beside the present one, for tray, window and notification. `undefined` when it is the present one. */
export function copyView(
  copied: CopiedToken | undefined,
  present: PresentToken | undefined,
  nowMs: number,
): CopyView | undefined {
  if (!copied || (present && isCopyOf(copied, present))) return undefined;
  const { copiedAtMs, expiresAtMs, expiryEstimated, remindersDone } = copied;
  const status = tokenStatus(copied, nowMs);
  return {
    status,
    inMenu: status !== "valid" && nowMs < expiresAtMs + inMenuAfterEndMs,
    copiedAtMs,
    expiresAtMs,
    remainingMs: expiresAtMs - nowMs,
    expiryEstimated,
    newerHere: present !== undefined && replacesCopy(present, copied, nowMs),
    reminded: remindersDone.length > 0,
  };
}
