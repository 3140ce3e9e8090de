import type { RenewalProblem } from "../../domain/renewal/renewal-plan.ts";
import { timeLeft } from "../../domain/token/time-left.ts";
import { copyAdvice, copyTitle, type ShownCopy } from "../../texts/copy-texts.ts";
import type { DesktopTexts } from "../../texts/desktop.ts";
import { renewalProblem } from "../../texts/renewal-texts.ts";

const halfMinuteMs = 30_000;

/**
 * Title and body of a reminder; the body says why the token was not renewed by itself, if it should have been. Rounds to the minute, so
 * that a reminder just after its boundary still says "in 7 days".
 */
export function reminderWords(
  texts: DesktopTexts,
  remainingMs: number,
  { rejected, problem }: { readonly rejected: boolean; readonly problem: RenewalProblem | undefined },
): { title: string; body: string } {
  const why = problem ? `${texts.notRenewed(renewalProblem(texts, problem))} ` : "";
  if (rejected) return { title: texts.tokenRejected, body: why + texts.clickToLogIn };
  return remainingMs <= 0
    ? { title: texts.reminderExpired, body: why + texts.clickToLogIn }
    : { title: texts.reminderExpiresIn(timeLeft(remainingMs + halfMinuteMs)), body: why + texts.clickToRenew };
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
