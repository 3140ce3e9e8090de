import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber as LibraryNumber,
  parseIncompletePhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from "libphonenumber-js/max";
import metadata from "libphonenumber-js/max/metadata";
import type { Failure } from "../failure.ts";
import { err, ok, type Result } from "../result.ts";
import { asciiDigits } from "./ascii-digits.ts";

export interface PhoneNumber {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  /** Digits, no plus. */
  readonly countryCallingCode: string;
  /** Digits as the server gets them, with leading zeros where they are part of the number, as in Italy. */
  readonly nationalNumber: string;
}

export type PhoneInvalid = Extract<Failure, { kind: "phone-invalid" | "calling-code-unclear" }>;

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

/** "+573001234567": equal for the same number, whatever region was chosen. */
export function wholeNumber({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  return `+${countryCallingCode}${nationalNumber}`;
}

/** "+57 ••••••••67": enough to recognise your own number. */
export function maskPhoneNumber({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  const shown = nationalNumber.slice(-2);
  return `+${countryCallingCode} ${"•".repeat(nationalNumber.length - shown.length)}${shown}`;
}

/**
 * ASCII digits, with a + if the text has one in front; `undefined` if the text has letters or an extension. Also reads links:
 * "tel:+573001234567" (https://www.rfc-editor.org/rfc/rfc3966) and WhatsApp's "https://wa.me/573001234567".
 */
export function phoneDigits(typed: string): string | undefined {
  const text = typed
    .trim()
    .replace(/^tel:/i, "")
    .replace(/^\S*(?:\bwa\.me\/|\bwhatsapp\S+\?phone=)\+?(\d+)(?:[/?&]\S*)?$/i, "+$1");
  // Dropping a letter O, or appending an extension, would give somebody else's number.
  if (/[\p{L}#*,;%]/u.test(text)) return undefined;
  // NFKC turns the full-width plus into a plain one.
  return parseIncompletePhoneNumber(asciiDigits(text).normalize("NFKC").trim());
}

/**
 * Reads typed or pasted text: a national number of the region, with or without its trunk prefix, or an international number
 * with +, 00, the region's own international prefix or the region's calling code. Refuses digits that may be the numbers of
 * two people. A number that does not exist yet needs only a possible length, because numbering plans grow.
 */
export function parsePhoneNumber(typed: string, regionCode: string): Result<PhoneNumber, PhoneInvalid> {
  const digits = phoneDigits(typed);
  if (digits === undefined || !isSupportedCountry(regionCode)) return invalid("not-a-number");
  if (/^(?:\+|0{0,2})$/.test(digits)) return invalid("empty");
  const chosen = chooseReading(digits, regionCode);
  if (!chosen.ok) return chosen;
  const number = chosen.value;
  const wrongLength = number ? validatePhoneNumberLength(number.number) : validatePhoneNumberLength(digits, regionCode);
  if (wrongLength) return invalid(reasons[wrongLength]);
  if (!number) return invalid("not-a-number");
  const { country, countryCallingCode, nationalNumber } = number;
  // Regions share a calling code. The chosen one wins unless the digits were written for all the world.
  const shared = countryCallingCode === getCountryCallingCode(regionCode) ? regionCode : undefined;
  const region = /^(?:\+|00)/.test(digits) ? (country ?? shared) : (shared ?? country);
  const known = region ?? number.getPossibleCountries()[0];
  return known ? ok({ regionCode: known, countryCallingCode, nationalNumber }) : invalid("not-a-number");
}

/** The number as the region dials it, or, with a calling code in front, as the world does. */
function chooseReading(digits: string, region: CountryCode): Result<LibraryNumber | undefined, PhoneInvalid> {
  const dialled = read(digits, region);
  if (digits.startsWith("+")) return ok(dialled);
  const hasPrefix = digits.startsWith("00");
  const world = read(digits.replace(/^(?:00)?/, "+"));
  if (!exists(world) || world.number === dialled?.number) return ok(hasPrefix && !exists(dialled) ? world : dialled);
  const hasOwnCode = world.countryCallingCode === getCountryCallingCode(region);
  const unclear = err<PhoneInvalid>({ kind: "calling-code-unclear", callingCode: world.countryCallingCode });
  if (!exists(dialled)) return hasPrefix || hasOwnCode ? ok(world) : unclear;
  if (hasPrefix && hasOwnCode) return ok(world);
  return hasPrefix || hasOwnCode ? unclear : ok(dialled);
}

/**
 * Reads digits as libphonenumber-js does. If that number does not exist but the one without its first 0 does, the 0 is an
 * optional prefix, as in "+57 (0) 300 1234567".
 */
function read(digits: string, regionCode?: CountryCode): LibraryNumber | undefined {
  // Mexico's mobile numbers had a 1, and WhatsApp still shows it: https://github.com/google/libphonenumber/pull/2693
  const number = parsePhoneNumberFromString(digits.replace(/^\+521(?=\d{10}$)/, "+52"), regionCode);
  if (!number || number.isValid()) return number;
  const { countryCallingCode, nationalNumber } = number;
  const withoutZero = parsePhoneNumberFromString(`+${countryCallingCode}${nationalNumber.replace(/^0/, "")}`);
  return exists(withoutZero) ? withoutZero : number;
}

function exists(number: LibraryNumber | undefined): number is LibraryNumber {
  return number?.isValid() === true;
}

const reasons = {
  TOO_SHORT: "too-short",
  TOO_LONG: "too-long",
  // Between two possible lengths. A missing digit is likelier than an extra one.
  INVALID_LENGTH: "too-short",
  NOT_A_NUMBER: "not-a-number",
  INVALID_COUNTRY: "not-a-number",
} as const;

function invalid(reason: Extract<PhoneInvalid, { kind: "phone-invalid" }>["reason"]) {
  return err<PhoneInvalid>({ kind: "phone-invalid", reason });
}
