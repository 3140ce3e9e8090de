import { asciiDigits } from "../../domain/phone/ascii-digits.ts";
import { callingCodeOf, type Region, supportedRegions } from "../../domain/phone/phone-number.ts";
import type { Language } from "../../texts/index.ts";
import { countryAliases } from "./country-aliases.ts";

export interface Country extends Region {
  readonly name: string;
  /** "Colombia (+57)" */
  readonly label: string;
  /** Normalised search terms: the label and other names, such as "uk". */
  readonly searchTerms: readonly string[];
}

const byLanguage = new Map<Language, readonly Country[]>();

/** All countries with phone numbers, in alphabetical order. Made on first use, so that they do not delay the window. */
export function countriesByName(language: Language): readonly Country[] {
  const countries = byLanguage.get(language) ?? makeCountries(language);
  byLanguage.set(language, countries);
  return countries;
}

/** "Colombia (+57)" */
export function countryLabel(regionCode: string, language: Language): string {
  const name = new Intl.DisplayNames(language, { type: "region" }).of(regionCode) ?? regionCode;
  return labelOf(name, callingCodeOf(regionCode));
}

function labelOf(name: string, countryCallingCode: string): string {
  return `${name} (+${countryCallingCode})`;
}

function makeCountries(language: Language): readonly Country[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const shortNames = new Intl.DisplayNames(language, { type: "region", style: "short" });
  const { compare } = new Intl.Collator(language);
  return supportedRegions()
    .map((region) => {
      const { regionCode, countryCallingCode } = region;
      const name = names.of(regionCode) ?? regionCode;
      const label = labelOf(name, countryCallingCode);
      const otherNames = [shortNames.of(regionCode) ?? regionCode, ...(countryAliases[regionCode] ?? [])];
      return { ...region, name, label, searchTerms: [label, ...otherNames].map(normalise) };
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
