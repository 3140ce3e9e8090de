import { timeLeft } from "../main/domain/time-left.ts";
import type { Texts } from "./index.ts";

interface ShownToken {
  readonly status: "valid" | "expires-soon" | "expired";
  readonly remainingMs: number;
  readonly expiresAtMs: number;
  readonly expiryEstimated: boolean;
}

/** "Token valid · 29 days left": the same words in tray and window. */
export function statusText(texts: Texts, { status, remainingMs }: ShownToken): string {
  if (status === "expired") return texts.tokenExpired;
  const text = status === "valid" ? texts.tokenValid : texts.tokenExpiresSoon;
  return text(timeLeft(remainingMs));
}

/** "Good until 21 December 2026 at 15:04", by the person's own conventions. */
export function expiryText(texts: Texts, token: ShownToken, locale: string): string {
  const date = formatDate(token.expiresAtMs, locale);
  if (token.status === "expired") return texts.expiredOn(date);
  return token.expiryEstimated ? texts.goodUntilAbout(date) : texts.goodUntil(date);
}

export function formatDate(momentMs: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" }).format(momentMs);
}
