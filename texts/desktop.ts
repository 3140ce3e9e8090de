import { type DesktopTexts, desktop as en } from "./en/desktop.ts";
import { desktop as es } from "./es/desktop.ts";
import { type LabelCase, withTitleCase } from "./label-case.ts";

export type { DesktopTexts } from "./en/desktop.ts";

/** The languages that every text exists in. */
export type Language = "en" | "es";

/** What stands in menus and on buttons. */
const labels = [
  "copyToken",
  "copyAs",
  "authorizationHeader",
  "renewForOneMonth",
  "checkToken",
  "logIn",
  "logInAgain",
  "logOut",
  "revokeTokens",
  "openWindow",
  "settings",
  "quit",
] as const;

const tables: Record<Language, Record<LabelCase, DesktopTexts>> = {
  en: { sentence: en, title: withTitleCase(en, labels) },
  // Spanish knows no title case.
  es: { sentence: es, title: es },
};

/** What tray, menu and notifications say: all that is needed before there is a window. */
export function desktopTexts(language: Language, labelCase: LabelCase): DesktopTexts {
  return tables[language][labelCase];
}
