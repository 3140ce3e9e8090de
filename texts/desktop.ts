import { type DesktopTexts, desktop as en } from "./en/desktop.ts";
import { desktop as es } from "./es/desktop.ts";
import { type LabelCase, withTitleCase } from "./label-case.ts";

export type { DesktopTexts } from "./en/desktop.ts";

/** Every text exists in these languages. */
export type Language = "en" | "es";

/** Labels of menu items and buttons, which macOS writes in title case. */
const labels = [
  "copyToken",
  "copyAs",
  "authorizationHeader",
  "renewForOneMonth",
  "automaticRenewal",
  "checkToken",
  "logIn",
  "logInAgain",
  "thisAccount",
  "logOut",
  "revokeTokens",
  "openWindow",
  "settings",
  "quit",
] as const;

const tables: Record<Language, Record<LabelCase, DesktopTexts>> = {
  en: { sentence: en, title: withTitleCase(en, labels) },
  // Spanish has no title case.
  es: { sentence: es, title: es },
};

/** The texts of tray, menu and notifications. Separate from the window's, so that main loads little before the icon. */
export function desktopTexts(language: Language, labelCase: LabelCase): DesktopTexts {
  return tables[language][labelCase];
}
