import { timeLeft } from "../../domain/token/time-left.ts";
import type { DesktopTexts } from "../../texts/desktop.ts";

const halfMinuteMs = 30_000;

/** Rounded to the minute, so that a reminder that comes a moment after its boundary still says "in 7 days". */
export function reminderWords(texts: DesktopTexts, remainingMs: number): { title: string; body: string } {
  return remainingMs <= 0
    ? { title: texts.reminderExpired, body: texts.clickToLogIn }
    : { title: texts.reminderExpiresIn(timeLeft(remainingMs + halfMinuteMs)), body: texts.clickToRenew };
}
