import { asciiDigits } from "../../domain/phone/ascii-digits.ts";
import { type Region, supportedRegions } from "../../domain/phone/regions.ts";
import type { Language } from "../../texts/index.ts";
import { countryAliases } from "./country-aliases.ts";

export interface Country extends Region {
  readonly name: string;
  /** Normalised search terms: the name with its calling code, and other names, such as "uk". */
  readonly searchTerms: readonly string[];
}

const byLanguage = new Map<Language, readonly Country[]>();

/** All countries with phone numbers, in alphabetical order. Made on first use, so that they do not delay the window. */
export function countriesByName(language: Language): readonly Country[] {
  const countries = byLanguage.get(language) ?? makeCountries(language);
  byLanguage.set(language, countries);
  return countries;
}

/** The country's name, without the list of all countries. `regionCode`: ISO 3166-1 alpha-2. */
export function countryName(regionCode: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: "region" }).of(regionCode) ?? regionCode;
}

function makeCountries(language: Language): readonly Country[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const shortNames = new Intl.DisplayNames(language, { type: "region", style: "short" });
  const { compare } = new Intl.Collator(language);
  return supportedRegions()
    .map((region) => {
      const { regionCode, countryCallingCode } = region;
      const name = names.of(regionCode) ?? regionCode;
      const otherNames = [shortNames.of(regionCode) ?? regionCode, ...(countryAliases[regionCode] ?? [])];
      const searchTerms = [`${name} +${countryCallingCode}`, ...otherNames].map(normalise);
      return { ...region, name, searchTerms };
    })
    .sort((one, other) => compare(one.name, other.name));
}

/** The countries whose name, calling code or ISO code matches the typed text; best match first. */
export function findCountries(countries: readonly Country[], typed: string): readonly Country[] {
  const query = normalise(typed);
  // Only symbols were typed, such as an emoji.
  if (query === "" && typed.trim() !== "") return [];
  return countries
    .map((country) => ({ country, rank: rankOf(country, query) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.rank - other.rank)
    .map(({ country }) => country);
}

/** The part of a country's name that the typed text matches, from the start of a word on; `undefined` without one. */
export function matchedPart(name: string, typed: string): { readonly start: number; readonly end: number } | undefined {
  const query = normalise(typed);
  if (query === "") return undefined;
  for (const { index: start } of name.matchAll(/(?<![\p{L}\p{M}])\p{L}/gu)) {
    if (!normalise(name.slice(start)).startsWith(query)) continue;
    let end = start + 1;
    while (normalise(name.slice(start, end)).length < query.length) end += 1;
    return { start, end };
  }
  return undefined;
}

/** Lower is better: whole code, whole name, start of a name, start of a later word, anywhere else; infinite without a match. */
function rankOf({ regionCode, countryCallingCode, isMain, searchTerms }: Country, query: string): number {
  if (/^\+?\d*$/.test(query)) {
    const callingCode = query.replace(/^\+|^00/, "");
    if (countryCallingCode === callingCode) return isMain ? 0 : 1;
    return countryCallingCode.startsWith(callingCode) ? 2 : Number.POSITIVE_INFINITY;
  }
  if (regionCode.toLowerCase() === query) return 0;
  if (searchTerms.includes(query)) return 1;
  if (searchTerms.some((text) => text.startsWith(query))) return 2;
  if (searchTerms.some((text) => text.includes(` ${query}`))) return 3;
  return searchTerms.some((text) => text.includes(query)) ? 4 : Number.POSITIVE_INFINITY;
}

/** Removes case, accents and punctuation, except the plus of a calling code: "cote d ivoire +225". */
function normalise(text: string): string {
  return asciiDigits(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
}
