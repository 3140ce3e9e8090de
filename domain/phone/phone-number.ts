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
  /** Digits as they go to the server; leading zeros count. */
  readonly nationalNumber: string;
}

export type PhoneInvalid = Extract<Failure, { kind: "phone-invalid" }>;

export interface Region {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  /** Digits, no plus. */
  readonly countryCallingCode: string;
  /** The first of those that share the calling code, such as the United Kingdom before Jersey. */
  readonly isMain: boolean;
}

/** All regions of libphonenumber's metadata, which lists the main one of a calling code first. */
export function supportedRegions(): readonly Region[] {
  return getCountries().map((regionCode) => {
    const countryCallingCode = getCountryCallingCode(regionCode);
    const isMain = metadata.country_calling_codes[countryCallingCode]?.[0] === regionCode;
    return { regionCode, countryCallingCode, isMain };
  });
}

/** Digits, no plus, of a region of the metadata. */
export function callingCodeOf(regionCode: string): string {
  return isSupportedCountry(regionCode) ? getCountryCallingCode(regionCode) : "";
}

/** Whether it is a region of the metadata; Antarctica is none, for one. */
export function hasPhoneNumbers(regionCode: string): boolean {
  return isSupportedCountry(regionCode);
}

/**
 * What a person typed as a phone number of a region. With an explicit + or 00 the calling code in the text decides;
 * without one every digit is the person's own and none is stripped: a leading zero is part of the number in Ivory
 * Coast, Gabon and Italy, and only the server knows where it is not.
 */
export function parsePhoneNumber(typed: string, regionCode: string): Result<PhoneNumber, PhoneInvalid> {
  const text = internationalPrefixAsPlus(typed);
  if (text === undefined) return invalid("not-a-number");
  if (text === "" || text === "+") return invalid("empty");
  if (!isSupportedCountry(regionCode)) return invalid("not-a-number");
  return text.startsWith("+") ? parseInternational(text, regionCode) : parseNational(text, regionCode);
}

/**
 * The region and national part of a whole number with + or 00, so that the form can show them apart. A length that is
 * possible is not enough: the number may still be growing, and its end tells whether a 0 in the midst is to be dropped.
 */
export function splitInternational(typed: string): { regionCode: string; national: string } | undefined {
  const text = internationalPrefixAsPlus(typed);
  if (!text?.startsWith("+")) return undefined;
  const number = parsePhoneNumberFromString(text);
  if (!number?.isValid()) return undefined;
  const regionCode = number.country ?? number.getPossibleCountries()[0];
  return regionCode && { regionCode, national: number.nationalNumber };
}

/** With the calling code; the same number is told by it, whatever region was chosen. */
export function wholeNumber({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  return `+${countryCallingCode}${nationalNumber}`;
}

/** "+57 ••••••••67": enough to recognise one's own number by. */
export function maskPhoneNumber({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  const shown = nationalNumber.slice(-2);
  return `+${countryCallingCode} ${"•".repeat(nationalNumber.length - shown.length)}${shown}`;
}

/** ASCII digits, with one leading + when the text says that it is international; `undefined` when it is more than that. */
export function internationalPrefixAsPlus(typed: string): string | undefined {
  // A letter O left out, or the digits of an extension put in, would make it somebody else's number.
  if (/[\p{L}#*,;]/u.test(typed)) return undefined;
  // NFKC is for the full-width plus.
  return parseIncompletePhoneNumber(asciiDigits(typed).normalize("NFKC").trim()).replace(/^00/, "+");
}

function parseInternational(text: string, chosenRegion: CountryCode): Result<PhoneNumber, PhoneInvalid> {
  const wrongLength = validatePhoneNumberLength(text);
  if (wrongLength) return invalid(reasons[wrongLength]);
  const number = parsePhoneNumberFromString(text);
  if (!number) return invalid("not-a-number");
  const countryCallingCode = number.countryCallingCode;
  // Regions share calling codes; when the digits do not tell which one it is, the chosen one is as good as any.
  const shared = getCountryCallingCode(chosenRegion) === countryCallingCode ? chosenRegion : undefined;
  const regionCode = number.country ?? shared ?? number.getPossibleCountries()[0];
  if (!regionCode) return invalid("not-a-number");
  return ok({ regionCode, countryCallingCode, nationalNumber: number.nationalNumber });
}

function parseNational(digits: string, regionCode: CountryCode): Result<PhoneNumber, PhoneInvalid> {
  const wrongLength = validatePhoneNumberLength(digits, regionCode);
  if (wrongLength) return invalid(reasons[wrongLength]);
  const countryCallingCode = getCountryCallingCode(regionCode);
  // libphonenumber takes "57300…" for +57 300…; sent as it was typed it would be another number.
  const read = parsePhoneNumberFromString(digits, regionCode);
  if (read && digits === countryCallingCode + read.nationalNumber) return invalid("too-long");
  return ok({ regionCode, countryCallingCode, nationalNumber: digits });
}

const reasons = {
  TOO_SHORT: "too-short",
  TOO_LONG: "too-long",
  // Between two lengths that exist: a digit is missing more often than one is too many.
  INVALID_LENGTH: "too-short",
  NOT_A_NUMBER: "not-a-number",
  INVALID_COUNTRY: "not-a-number",
} as const;

function invalid(reason: PhoneInvalid["reason"]) {
  return err<PhoneInvalid>({ kind: "phone-invalid", reason });
}
