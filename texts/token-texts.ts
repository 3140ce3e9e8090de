import { timeLeft } from "../domain/token/time-left.ts";
import type { DesktopTexts } from "./desktop.ts";
import { shortDate } from "./short-date.ts";

interface ShownToken {
  readonly status: "valid" | "expires-soon" | "expired";
  readonly remainingMs: number;
  readonly rejected: boolean;
  readonly expiresAtMs: number;
  readonly expiryEstimated: boolean;
}

/** "Token valid · 29 days left", for tray and window. */
export function statusText(texts: DesktopTexts, { status, remainingMs, rejected }: ShownToken): string {
  if (status === "expired") return texts.tokenExpired;
  if (rejected) return texts.tokenRejected;
  const text = status === "valid" ? texts.tokenValid : texts.tokenExpiresSoon;
  return text(timeLeft(remainingMs));
}

/** "Expires on 21 Dec 2026, 15:04", in the locale's format. */
export function expiryText(
  texts: DesktopTexts,
  token: Omit<ShownToken, "rejected">,
  locale: string,
  formatDate = shortDate,
): string {
  const date = formatDate(token.expiresAtMs, locale);
  if (token.status === "expired") return texts.expiredOn(date);
  return token.expiryEstimated ? texts.expiresAround(date) : texts.expiresOn(date);
}
