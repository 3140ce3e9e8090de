import { asciiDigits } from "../../domain/phone/ascii-digits.ts";
import { callingCodeOf, type Region, supportedRegions } from "../../domain/phone/phone-number.ts";
import type { Language } from "../../texts/index.ts";
import { countryAliases } from "./country-aliases.ts";

export interface Country extends Region {
  readonly name: string;
  /** "Colombia (+57)" */
  readonly label: string;
  /** What it is found by, in plain words: its label and what else it is called, such as "uk". */
  readonly plainTexts: readonly string[];
}

const byLanguage = new Map<Language, readonly Country[]>();

/**
 * All countries that a phone number can be of, named and ordered as the language does. Made once for each language, and not
 * before the list is wanted: it would hold up the window.
 */
export function countriesByName(language: Language): readonly Country[] {
  const made = byLanguage.get(language) ?? makeCountries(language);
  byLanguage.set(language, made);
  return made;
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
      return { ...region, name, label, plainTexts: [label, ...otherNames].map(plainWords) };
    })
    .sort((one, other) => compare(one.name, other.name));
}

/** Those that are meant by a name, a calling code or an ISO code, or by its beginning; the likeliest first. */
export function findCountries(countries: readonly Country[], typed: string): readonly Country[] {
  const sought = plainWords(typed);
  // An emoji, say: nothing that a country is called by.
  if (sought === "" && typed.trim() !== "") return [];
  return countries
    .map((country) => ({ country, distance: distanceOf(country, sought) }))
    .filter(({ distance }) => distance < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.distance - other.distance)
    .map(({ country }) => country);
}

/** 0 for a code as a whole, then for such a name, for the beginning of a name, of a later word, and for any other place. */
function distanceOf({ regionCode, countryCallingCode, isMain, plainTexts }: Country, sought: string): number {
  if (/^\+?\d*$/.test(sought)) {
    const callingCode = sought.replace(/^\+|^00/, "");
    if (countryCallingCode === callingCode) return isMain ? 0 : 1;
    return countryCallingCode.startsWith(callingCode) ? 2 : Number.POSITIVE_INFINITY;
  }
  if (regionCode.toLowerCase() === sought) return 0;
  if (plainTexts.includes(sought)) return 1;
  if (plainTexts.some((text) => text.startsWith(sought))) return 2;
  if (plainTexts.some((text) => text.includes(` ${sought}`))) return 3;
  return plainTexts.some((text) => text.includes(sought)) ? 4 : Number.POSITIVE_INFINITY;
}

/** Without case, accents and punctuation, except the plus of a calling code: "cote d ivoire +225". */
function plainWords(text: string): string {
  return asciiDigits(text)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
}
