import { supportedRegions } from "../main/domain/phone-number.ts";
import type { Language } from "../texts/index.ts";

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  /** "Colombia (+57)" */
  readonly label: string;
}

/** All countries that a phone number can be of, named and ordered as the language does. */
export function countriesByName(language: Language): readonly Country[] {
  const names = new Intl.DisplayNames(language, { type: "region" });
  const { compare } = new Intl.Collator(language);
  return supportedRegions()
    .map(({ regionCode, countryCallingCode }) => ({
      regionCode,
      label: `${names.of(regionCode)} (+${countryCallingCode})`,
    }))
    .sort((one, other) => compare(one.label, other.label));
}
