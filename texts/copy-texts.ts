import { timeLeft } from "../domain/token/time-left.ts";
import type { DesktopTexts } from "./desktop.ts";
import { dayOfYear } from "./short-date.ts";

/** A copied token that is no longer the present one. */
export interface ShownCopy {
  readonly copiedAtMs: number;
  readonly expiresAtMs: number;
  /** Below 0 once it has expired. */
  readonly remainingMs: number;
  readonly expiryEstimated: boolean;
  /** A usable token of the same login is here. */
  readonly newerHere: boolean;
}

/** "The token you copied on Nov 12 expires in 7 days", for notification and window. */
export function copyTitle(texts: DesktopTexts, copy: ShownCopy, locale: string): string {
  const day = copyDay(copy, locale);
  const { remainingMs, expiryEstimated } = copy;
  if (remainingMs <= 0) return (expiryEstimated ? texts.copyExpiredAbout : texts.copyExpired)(day);
  const left = timeLeft(remainingMs);
  // "About less than a minute" says nothing more.
  return (expiryEstimated && left.count > 0 ? texts.copyExpiresInAbout : texts.copyExpiresIn)(day, left);
}

/** The next step. */
export function copyAdvice(texts: DesktopTexts, { newerHere }: ShownCopy): string {
  return newerHere ? texts.newerTokenHere : texts.logInForNewToken;
}

/** "Copied on Nov 12 · expires in 5 days", for menu and tooltip. */
export function copyLine(texts: DesktopTexts, copy: ShownCopy, locale: string): string {
  const day = copyDay(copy, locale);
  return copy.remainingMs <= 0 ? texts.copyLineExpired(day) : texts.copyLine(day, timeLeft(copy.remainingMs));
}

function copyDay({ copiedAtMs, expiresAtMs, remainingMs }: ShownCopy, locale: string): string {
  return dayOfYear(copiedAtMs, expiresAtMs - remainingMs, locale);
}
