import { en, type Texts } from "./en.ts";
import { es } from "./es.ts";

export type { Texts } from "./en.ts";

/** The languages that every text exists in. */
export type Language = "en" | "es";

const tables: Record<Language, Texts> = { en, es };

export function textsFor(language: Language): Texts {
  return tables[language];
}
