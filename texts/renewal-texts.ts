import type { RenewalProblem } from "../domain/renewal/renewal-plan.ts";
import type { AutomaticRenewalView } from "../preload/contract.ts";
import type { DesktopTexts } from "./desktop.ts";
import type { Texts } from "./index.ts";
import { timeOfDay } from "./short-date.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Why the token does not renew itself, without a full stop. */
export function renewalProblem(texts: DesktopTexts, problem: RenewalProblem): string {
  switch (problem.kind) {
    case "needs-keyring":
      return texts.needsKeyring;
    case "needs-disk":
      return texts.needsDisk;
    case "short-life":
      return texts.shortLife;
    case "login-under-way":
      return texts.loginUnderWay;
    case "failed":
      return texts.renewalFailures[problem.failure];
  }
}

/** The lines below the switch. */
interface RenewalLines {
  /** Why the token was not renewed, or is not. */
  readonly why: string | undefined;
  /** "Next on Dec 18", or a time of day within the next 24 hours. */
  readonly next: string | undefined;
}

/** `nowMs`: since the epoch. */
export function renewalLines(
  texts: Texts,
  { isOn, nextAtMs, problem }: AutomaticRenewalView,
  nowMs: number,
  locale: string,
): RenewalLines {
  if (!isOn) return { why: texts.renewalOff, next: undefined };
  const why = problem && renewalProblem(texts, problem);
  if (problem?.kind === "failed" && problem.triesOver) return { why, next: texts.noFurtherTry };
  if (nextAtMs === undefined) return { why, next: undefined };
  const [on, at] = problem ? [texts.nextTryOn, texts.nextTryAt] : [texts.nextRenewalOn, texts.nextRenewalAt];
  const isSoon = nextAtMs - nowMs < dayMs;
  return { why, next: isSoon ? at(timeOfDay(nextAtMs, locale)) : on(texts.startDate(nextAtMs, locale)) };
}
