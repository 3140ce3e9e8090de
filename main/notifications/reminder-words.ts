import { timeLeft } from "../../domain/token/time-left.ts";
import type { DesktopTexts } from "../../texts/desktop.ts";

const halfMinuteMs = 30_000;

/** Title and body of a reminder. Rounds to the minute, so that a reminder just after its boundary still says "in 7 days". */
export function reminderWords(texts: DesktopTexts, remainingMs: number): { title: string; body: string } {
  return remainingMs <= 0
    ? { title: texts.reminderExpired, body: texts.clickToLogIn }
    : { title: texts.reminderExpiresIn(timeLeft(remainingMs + halfMinuteMs)), body: texts.clickToRenew };
}
