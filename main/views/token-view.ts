import type { KeptToken, TokenStorage } from "../../domain/ports.ts";
import { tokenStatus } from "../../domain/token/bearer-token.ts";
import type { TokenView } from "../../preload/contract.ts";

/** What tray and window show of a token. A file of its own, because the tray's first moment needs just this. */
export function keptTokenView(
  token: Pick<KeptToken, "expiresAtMs" | "expiryEstimated" | "maskedPhone" | "rejected">,
  place: TokenStorage,
  nowMs: number,
): TokenView {
  const { expiresAtMs, expiryEstimated, maskedPhone, rejected } = token;
  const remainingMs = Math.max(0, expiresAtMs - nowMs);
  return { status: tokenStatus(token, nowMs), remainingMs, expiresAtMs, rejected, expiryEstimated, maskedPhone, place };
}
