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
    case "notes-not-stored":
      return texts.needsDisk;
    case "short-life":
      return texts.shortLife;
    case "login-under-way":
      return texts.loginUnderWay;
    case "failed":
      return texts.renewalFailures[problem.failure];
  }
}

/**
 * The line below the switch: "Next on Dec 18", or why the token was not renewed and when the next try is. It names a time of
 * day instead of the date for the next 24 hours. `nowMs`: since the epoch.
 */
export function renewalLine(texts: Texts, renewal: AutomaticRenewalView, nowMs: number, locale: string): string {
  const { isOn, nextAtMs, problem } = renewal;
  if (!isOn) return texts.renewalOff;
  const words = problem
    ? { why: renewalProblem(texts, problem), on: texts.nextTryOn, at: texts.nextTryAt }
    : { why: undefined, on: texts.nextRenewalOn, at: texts.nextRenewalAt };
  const triesOver = problem?.kind === "failed" && problem.triesOver;
  const next = triesOver ? texts.noFurtherTry : nextAtMs && momentText(nextAtMs);
  return [words.why, next].filter((part) => part).join(" · ");

  function momentText(momentMs: number): string {
    if (momentMs - nowMs < dayMs) return words.at(timeOfDay(momentMs, locale));
    return words.on(texts.startDate(momentMs, locale));
  }
}
