import type { KeptToken, TokenStorage } from "../../domain/ports.ts";
import { tokenStatus } from "../../domain/token/bearer-token.ts";
import type { TokenView } from "../../preload/contract.ts";

/** A stored token's view, for tray and window. It has its own file because the icon needs only this at the start. */
export function keptTokenView(
  token: Pick<KeptToken, "expiresAtMs" | "expiryEstimated" | "maskedPhone" | "rejected">,
  place: TokenStorage,
  nowMs: number,
): TokenView {
  const { expiresAtMs, expiryEstimated, maskedPhone, rejected } = token;
  const remainingMs = Math.max(0, expiresAtMs - nowMs);
  return { status: tokenStatus(token, nowMs), remainingMs, expiresAtMs, rejected, expiryEstimated, maskedPhone, place };
}
