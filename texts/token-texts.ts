import { timeLeft } from "../main/domain/time-left.ts";
import type { DesktopTexts } from "./desktop.ts";

interface ShownToken {
  readonly status: "valid" | "expires-soon" | "expired";
  readonly remainingMs: number;
  readonly rejected: boolean;
  readonly expiresAtMs: number;
  readonly expiryEstimated: boolean;
}

/** "Token valid · 29 days left": the same words in tray and window. */
export function statusText(texts: DesktopTexts, { status, remainingMs, rejected }: ShownToken): string {
  if (status === "expired") return texts.tokenExpired;
  if (rejected) return texts.tokenRejected;
  const text = status === "valid" ? texts.tokenValid : texts.tokenExpiresSoon;
  return text(timeLeft(remainingMs));
}

/** "Good until 21 Dec 2026, 15:04", by the person's own conventions. */
export function expiryText(texts: DesktopTexts, token: Omit<ShownToken, "rejected">, locale: string): string {
  const date = formatDate(token.expiresAtMs, locale);
  if (token.status === "expired") return texts.expiredOn(date);
  return token.expiryEstimated ? texts.goodUntilAbout(date) : texts.goodUntil(date);
}

/** "Dec 21, 2026, 3:04 PM": short enough for a line of a menu. */
export function formatDate(momentMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(momentMs);
}
