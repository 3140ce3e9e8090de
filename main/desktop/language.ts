import { app } from "electron";
import type { Language } from "../../texts/index.ts";
import { defaultRegion } from "../config.ts";

export interface SystemLanguage {
  readonly language: Language;
  /** BCP 47, for dates: the person's own variant of that language, e.g. "es-CO". */
  readonly locale: string;
  /** ISO 3166-1 alpha-2, or a larger region's number ("419" of es-419). */
  readonly regionCode: string;
}

/** The first of the system's languages that there are texts in, else English. */
export function readSystemLanguage(): SystemLanguage {
  const preferred = app.getPreferredSystemLanguages().flatMap(parseLocale);
  const known = preferred.find(({ language }) => language === "es" || language === "en");
  const regionCode = preferred.find(({ region }) => region !== undefined)?.region ?? defaultRegion;
  return { language: known?.language === "es" ? "es" : "en", locale: known?.toString() ?? "en", regionCode };
}

function parseLocale(tag: string): Intl.Locale[] {
  try {
    // glibc writes es_CO.UTF-8 and es_ES@euro.
    return [new Intl.Locale(tag.replace(/[.@].*$/, "").replaceAll("_", "-"))];
  } catch {
    // "C" and "POSIX" are no languages.
    return [];
  }
}
