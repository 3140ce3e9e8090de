import { en } from "./en.ts";
import { es } from "./es.ts";

export type { Texts } from "./en.ts";

/** The languages that every text exists in. */
export type Language = "en" | "es";

const tables = { en, es };

export function textsFor(language: Language) {
  return tables[language];
}
