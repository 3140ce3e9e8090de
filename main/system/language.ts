import { app } from "electron";
import type { Language } from "../../texts/desktop.ts";
import type { LabelCase } from "../../texts/label-case.ts";
import { defaultRegion } from "../config.ts";

/** The language of everything the app shows. */
export interface ShownLanguage {
  readonly language: Language;
  /** BCP 47, for dates and numbers: the person's variant of the language, e.g. "es-CO". */
  readonly locale: string;
  /** ISO 3166-1 alpha-2 of the system, or a larger region's number ("419" of es-419). */
  readonly regionCode: string;
}

export const labelCase: LabelCase = process.platform === "darwin" ? "title" : "sentence";

/** The chosen language, else the system's first language that the app speaks, else English. Call after `ready`. */
export function readLanguage(choice: "system" | Language): ShownLanguage {
  const preferred = app.getPreferredSystemLanguages().flatMap(parseLocale);
  const known = preferred.find(({ language }) => (choice === "system" ? isLanguage(language) : language === choice));
  const regionCode = preferred.find(({ region }) => region !== undefined)?.region ?? defaultRegion;
  const language = choice !== "system" ? choice : isLanguage(known?.language) ? known.language : "en";
  return { language, locale: known?.toString() ?? language, regionCode };
}

function isLanguage(code: string | undefined): code is Language {
  return code === "es" || code === "en";
}

function parseLocale(tag: string): Intl.Locale[] {
  try {
    // glibc writes es_CO.UTF-8 and es_ES@euro.
    return [new Intl.Locale(tag.replace(/[.@].*$/, "").replaceAll("_", "-"))];
  } catch {
    // "C" and "POSIX" are not language tags.
    return [];
  }
}
