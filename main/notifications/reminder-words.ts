import { timeLeft } from "../../domain/token/time-left.ts";
import { copyAdvice, copyTitle, type ShownCopy } from "../../texts/copy-texts.ts";
import type { DesktopTexts } from "../../texts/desktop.ts";

const halfMinuteMs = 30_000;

/** Title and body of a reminder. Rounds to the minute, so that a reminder just after its boundary still says "in 7 days". */
export function reminderWords(texts: DesktopTexts, remainingMs: number): { title: string; body: string } {
  return remainingMs <= 0
    ? { title: texts.reminderExpired, body: texts.clickToLogIn }
    : { title: texts.reminderExpiresIn(timeLeft(remainingMs + halfMinuteMs)), body: texts.clickToRenew };
}

/** Title and body of a copied token's reminder, rounded in the same way. */
export function copyReminderWords(
  texts: DesktopTexts,
  copy: ShownCopy,
  locale: string,
): { title: string; body: string } {
  const remainingMs = copy.remainingMs <= 0 ? copy.remainingMs : copy.remainingMs + halfMinuteMs;
  return { title: copyTitle(texts, { ...copy, remainingMs }, locale), body: copyAdvice(texts, copy) };
}
