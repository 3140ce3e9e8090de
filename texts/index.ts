import { type DesktopTexts, desktopTexts, type Language } from "./desktop.ts";
import { failures as enFailures } from "./en/failures.ts";
import { window as en, type WindowTexts } from "./en/window.ts";
import { failures as esFailures } from "./es/failures.ts";
import { window as es } from "./es/window.ts";
import type { FailureTexts } from "./failure-texts.ts";
import { type LabelCase, withTitleCase } from "./label-case.ts";

export type { Language } from "./desktop.ts";

/** All texts of the user interface. */
export type Texts = DesktopTexts & WindowTexts & { readonly failures: FailureTexts };

/** Labels of buttons, which macOS writes in title case. */
const labels = [
  "sendCode",
  "cancel",
  "verify",
  "resendCode",
  "sendNewCode",
  "changeNumber",
  "useOtherNumber",
  "haveCode",
  "clearNow",
  "tryAgain",
  "checkAgain",
  "copy",
  "renew",
  "turnOnRenewal",
  "declineRenewal",
  "restart",
  "back",
  "revokeConfirm",
  "copyNewer",
  "noLongerUseCopy",
  "getUpdate",
  "exportDiagnostics",
] as const;

const tables: Record<Language, Record<LabelCase, Texts>> = {
  en: {
    sentence: { ...desktopTexts("en", "sentence"), ...en, failures: enFailures },
    title: { ...desktopTexts("en", "title"), ...withTitleCase(en, labels), failures: enFailures },
  },
  // Spanish has no title case.
  es: {
    sentence: { ...desktopTexts("es", "sentence"), ...es, failures: esFailures },
    title: { ...desktopTexts("es", "title"), ...es, failures: esFailures },
  },
};

/** Returns the same object for the same language and case, so that components can depend on its identity. */
export function textsFor(language: Language, labelCase: LabelCase = "sentence"): Texts {
  return tables[language][labelCase];
}
