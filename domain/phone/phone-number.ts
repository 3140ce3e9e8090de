import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parseIncompletePhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from "libphonenumber-js/min";
import metadata from "libphonenumber-js/min/metadata";
import type { Failure } from "../failure.ts";
import { err, ok, type Result } from "../result.ts";
import { asciiDigits } from "./ascii-digits.ts";

export interface PhoneNumber {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  /** Digits, no plus. */
  readonly countryCallingCode: string;
  /** Digits as the server gets them, with leading zeros. */
  readonly nationalNumber: string;
}

export type PhoneInvalid = Extract<Failure, { kind: "phone-invalid" }>;

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

/** Whether libphonenumber-js knows the region. Antarctica, for example, has no phone numbers. */
export function hasPhoneNumbers(regionCode: string): boolean {
  return isSupportedCountry(regionCode);
}

/**
 * Parses typed text. With + or 00, the calling code in the text decides the region. Otherwise no digit is stripped: in Ivory
 * Coast, Gabon and Italy a leading zero is part of the number, and only the server knows where it is not. Checks the length
 * only, not whether the number exists.
 */
export function parsePhoneNumber(typed: string, regionCode: string): Result<PhoneNumber, PhoneInvalid> {
  const text = internationalPrefixAsPlus(typed);
  if (text === undefined) return invalid("not-a-number");
  if (text === "" || text === "+") return invalid("empty");
  if (!isSupportedCountry(regionCode)) return invalid("not-a-number");
  return text.startsWith("+") ? parseInternational(text, regionCode) : parseNational(text, regionCode);
}

/**
 * Splits a valid number with + or 00 into region and national number. `undefined` until it is valid: a possible length is
 * not enough, because more digits may follow and decide whether a zero after the calling code is dropped.
 */
export function splitInternational(typed: string): { regionCode: string; national: string } | undefined {
  const text = internationalPrefixAsPlus(typed);
  if (!text?.startsWith("+")) return undefined;
  const number = parsePhoneNumberFromString(text);
  if (!number?.isValid()) return undefined;
  const regionCode = number.country ?? number.getPossibleCountries()[0];
  return regionCode && { regionCode, national: number.nationalNumber };
}

/** "+573001234567": equal for the same number, whatever region was chosen. */
export function wholeNumber({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  return `+${countryCallingCode}${nationalNumber}`;
}

/** "+57 ••••••••67": enough to recognise your own number. */
export function maskPhoneNumber({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  const shown = nationalNumber.slice(-2);
  return `+${countryCallingCode} ${"•".repeat(nationalNumber.length - shown.length)}${shown}`;
}

/** ASCII digits, with a leading + for + or 00; `undefined` if the text has letters or an extension. */
export function internationalPrefixAsPlus(typed: string): string | undefined {
  // Dropping a letter O, or appending an extension, would give somebody else's number.
  if (/[\p{L}#*,;]/u.test(typed)) return undefined;
  // NFKC turns the full-width plus into a plain one.
  return parseIncompletePhoneNumber(asciiDigits(typed).normalize("NFKC").trim()).replace(/^00/, "+");
}

function parseInternational(text: string, chosenRegion: CountryCode): Result<PhoneNumber, PhoneInvalid> {
  const wrongLength = validatePhoneNumberLength(text);
  if (wrongLength) return invalid(reasons[wrongLength]);
  const number = parsePhoneNumberFromString(text);
  if (!number) return invalid("not-a-number");
  const countryCallingCode = number.countryCallingCode;
  // If regions share the calling code and the digits do not decide, the chosen region wins.
  const shared = getCountryCallingCode(chosenRegion) === countryCallingCode ? chosenRegion : undefined;
  const regionCode = number.country ?? shared ?? number.getPossibleCountries()[0];
  if (!regionCode) return invalid("not-a-number");
  return ok({ regionCode, countryCallingCode, nationalNumber: number.nationalNumber });
}

function parseNational(digits: string, regionCode: CountryCode): Result<PhoneNumber, PhoneInvalid> {
  const wrongLength = validatePhoneNumberLength(digits, regionCode);
  if (wrongLength) return invalid(reasons[wrongLength]);
  const countryCallingCode = getCountryCallingCode(regionCode);
  // libphonenumber-js reads "57300…" as +57 300…, but the server would get another number: +57 57300…
  const read = parsePhoneNumberFromString(digits, regionCode);
  if (read && digits === countryCallingCode + read.nationalNumber) return invalid("too-long");
  return ok({ regionCode, countryCallingCode, nationalNumber: digits });
}

const reasons = {
  TOO_SHORT: "too-short",
  TOO_LONG: "too-long",
  // Between two possible lengths. A missing digit is likelier than an extra one.
  INVALID_LENGTH: "too-short",
  NOT_A_NUMBER: "not-a-number",
  INVALID_COUNTRY: "not-a-number",
} as const;

function invalid(reason: PhoneInvalid["reason"]) {
  return err<PhoneInvalid>({ kind: "phone-invalid", reason });
}
