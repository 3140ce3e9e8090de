import type { KeptToken, TokenStorage } from "../../domain/ports.ts";
import { tokenStatus } from "../../domain/token/bearer-token.ts";
import type { TokenView } from "../../preload/contract.ts";

/** A stored token's view, for tray and window. It has its own file because the icon needs only this at the start. */
export function keptTokenView(
  token: Pick<KeptToken, "obtainedAtMs" | "expiresAtMs" | "expiryEstimated" | "maskedPhone" | "rejected">,
  storage: TokenStorage,
  nowMs: number,
): TokenView {
  const { obtainedAtMs, expiresAtMs, expiryEstimated, maskedPhone, rejected } = token;
  const remainingMs = Math.max(0, expiresAtMs - nowMs);
  const status = tokenStatus(token, nowMs);
  return { status, remainingMs, obtainedAtMs, expiresAtMs, rejected, expiryEstimated, maskedPhone, storage };
}
