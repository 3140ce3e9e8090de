import { asciiDigits } from "../main/domain/ascii-digits.ts";
import { supportedRegions } from "../main/domain/phone-number.ts";
import type { Language } from "../texts/index.ts";

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  /** Digits, no plus. */
  readonly countryCallingCode: string;
  readonly name: string;
  /** "Colombia (+57)" */
  readonly label: string;
  /** What it is found by, in plain words: its label and its short name, such as "uk". */
  readonly plainTexts: readonly string[];
}

/** All countries that a phone number can be of, named and ordered as the language does. */
export function countriesByName(language: Language): readonly Country[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const shortNames = new Intl.DisplayNames(language, { type: "region", style: "short" });
  const { compare } = new Intl.Collator(language);
  return supportedRegions()
    .map(({ regionCode, countryCallingCode }) => {
      const name = names.of(regionCode) ?? regionCode;
      const label = `${name} (+${countryCallingCode})`;
      const plainTexts = [label, shortNames.of(regionCode) ?? regionCode].map(plainWords);
      return { regionCode, countryCallingCode, name, label, plainTexts };
    })
    .sort((one, other) => compare(one.name, other.name));
}

/** Those that are meant by a name, a calling code or an ISO code, or by its beginning; the likeliest first. */
export function findCountries(countries: readonly Country[], typed: string): readonly Country[] {
  const sought = plainWords(typed);
  return countries
    .map((country) => ({ country, distance: distanceOf(country, sought) }))
    .filter(({ distance }) => distance < Number.POSITIVE_INFINITY)
    .sort((one, other) => one.distance - other.distance)
    .map(({ country }) => country);
}

/** 0 for a code as a whole, then for the beginning of name or calling code, of a later word, and for any other place. */
function distanceOf({ regionCode, countryCallingCode, plainTexts }: Country, sought: string): number {
  if (/^\+?\d*$/.test(sought)) {
    const callingCode = sought.replace(/^\+|^00/, "");
    if (countryCallingCode === callingCode) return 0;
    return countryCallingCode.startsWith(callingCode) ? 1 : Number.POSITIVE_INFINITY;
  }
  if (regionCode.toLowerCase() === sought) return 0;
  if (plainTexts.some((text) => text.startsWith(sought))) return 1;
  if (plainTexts.some((text) => text.includes(` ${sought}`))) return 2;
  return plainTexts.some((text) => text.includes(sought)) ? 3 : Number.POSITIVE_INFINITY;
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
