import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber as LibraryNumber,
  type MetadataJson,
  parseIncompletePhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from "libphonenumber-js/core";
import { err, ok, type Result } from "../result.ts";
import { asciiDigits } from "./ascii-digits.ts";
import type { PhoneInvalid, PhoneNumber } from "./phone-number.ts";

/**
 * ASCII digits, with a + if the text has one in front; `undefined` if the text has letters or an extension. Also reads links:
 * "tel:+573001234567" (https://www.rfc-editor.org/rfc/rfc3966) and WhatsApp's "https://wa.me/573001234567".
 */
export function phoneDigits(typed: string): string | undefined {
  const [, short, long] = /\bwa\.me\/\+?(\d+)|\bwhatsapp\S*[?&]phone=(?:\+|%2B)?(\d+)/i.exec(typed) ?? [];
  const linked = short ?? long;
  const text = linked ? `+${linked}` : typed.trim().replace(/^tel:/i, "").replace(/%20/g, " ");
  // Dropping a letter O, or appending an extension, would give somebody else's number.
  if (/[\p{L}#*,;%]/u.test(text)) return undefined;
  // NFKC turns the full-width plus into a plain one.
  return parseIncompletePhoneNumber(asciiDigits(text).normalize("NFKC").trim());
}

/** Reads phone numbers by the numbering plans in this metadata of libphonenumber-js. */
export class PhoneReader {
  readonly #metadata: MetadataJson;

  constructor(metadata: MetadataJson) {
    this.#metadata = metadata;
  }

  /**
   * Reads typed or pasted text: a national number of the region, with or without its trunk prefix, or an international number
   * with +, 00, the region's own international prefix or the region's calling code. Refuses digits that may be the numbers of
   * two people. A number that does not exist yet needs only a possible length, because numbering plans grow.
   */
  read(typed: string, regionCode: string): Result<PhoneNumber, PhoneInvalid> {
    const digits = phoneDigits(typed);
    if (digits === undefined || !this.#knows(regionCode)) return invalid("not-a-number");
    if (/^(?:\+|0{0,2})$/.test(digits)) return invalid("empty");
    const chosen = this.#chooseReading(digits, regionCode);
    if (!chosen.ok) return chosen;
    const number = chosen.value;
    const wrongLength = number
      ? validatePhoneNumberLength(number.number, this.#metadata)
      : validatePhoneNumberLength(digits, regionCode, this.#metadata);
    if (wrongLength) return invalid(reasons[wrongLength]);
    if (!number) return invalid("not-a-number");
    const { country, countryCallingCode, nationalNumber } = number;
    // Regions share a calling code. The chosen one wins unless the digits were written for all the world.
    const shared = countryCallingCode === getCountryCallingCode(regionCode, this.#metadata) ? regionCode : undefined;
    const region = /^(?:\+|00)/.test(digits) ? (country ?? shared) : (shared ?? country);
    const known = region ?? number.getPossibleCountries()[0];
    return known ? ok({ regionCode: known, countryCallingCode, nationalNumber }) : invalid("not-a-number");
  }

  /** The number as the region dials it, or, with a calling code in front, as the world does. */
  #chooseReading(digits: string, region: CountryCode): Result<LibraryNumber | undefined, PhoneInvalid> {
    const dialled = this.#read(digits, region);
    if (digits.startsWith("+")) return ok(dialled);
    const hasPrefix = digits.startsWith("00");
    const world = this.#read(digits.replace(/^(?:00)?/, "+"));
    if (!exists(world) || world.number === dialled?.number) return ok(hasPrefix && !exists(dialled) ? world : dialled);
    const hasOwnCode = world.countryCallingCode === getCountryCallingCode(region, this.#metadata);
    const unclear = err<PhoneInvalid>({ kind: "calling-code-unclear", callingCode: world.countryCallingCode });
    if (!exists(dialled)) return hasPrefix || hasOwnCode ? ok(world) : unclear;
    if (hasPrefix && hasOwnCode) return ok(world);
    return hasPrefix || hasOwnCode ? unclear : ok(dialled);
  }

  /**
   * Reads digits as libphonenumber-js does. If that number does not exist but the one without its first 0 does, the 0 is an
   * optional prefix, as in "+57 (0) 300 1234567".
   */
  #read(digits: string, regionCode?: CountryCode): LibraryNumber | undefined {
    // Mexico's mobile numbers had a 1, and WhatsApp still shows it: https://github.com/google/libphonenumber/pull/2693
    const defaultCountry = regionCode ? { defaultCountry: regionCode } : {};
    const number = parsePhoneNumberFromString(
      digits.replace(/^\+521(?=\d{10}$)/, "+52"),
      defaultCountry,
      this.#metadata,
    );
    if (!number || number.isValid()) return number;
    const { countryCallingCode, nationalNumber } = number;
    const withoutZero = parsePhoneNumberFromString(
      `+${countryCallingCode}${nationalNumber.replace(/^0/, "")}`,
      this.#metadata,
    );
    return exists(withoutZero) ? withoutZero : number;
  }

  #knows(regionCode: string): regionCode is CountryCode {
    return isSupportedCountry(regionCode as CountryCode, this.#metadata);
  }
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
