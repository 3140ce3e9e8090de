import { getCountries, getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/min";
import metadata from "libphonenumber-js/min/metadata";

export interface Region {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  /** Digits, no plus. */
  readonly countryCallingCode: string;
  /** The main region of a shared calling code, such as the United Kingdom for +44, which Jersey also has. */
  readonly isMain: boolean;
}

/** All regions that libphonenumber-js knows. Its metadata lists the main region of a calling code first. */
export function supportedRegions(): readonly Region[] {
  return getCountries().map((regionCode) => {
    const countryCallingCode = getCountryCallingCode(regionCode);
    const isMain = metadata.country_calling_codes[countryCallingCode]?.[0] === regionCode;
    return { regionCode, countryCallingCode, isMain };
  });
}

/** Digits, no plus; "" for an unknown region. */
export function callingCodeOf(regionCode: string): string {
  return isSupportedCountry(regionCode) ? getCountryCallingCode(regionCode) : "";
}

/** The region, or Colombia for a region without phone numbers, such as Antarctica. */
export function regionWithNumbers(regionCode: string): string {
  return isSupportedCountry(regionCode) ? regionCode : "CO";
}
