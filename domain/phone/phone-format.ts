import { AsYouType, type CountryCode, isSupportedCountry } from "libphonenumber-js/min";
import metadata from "libphonenumber-js/min/metadata";
import { asciiDigits } from "./ascii-digits.ts";
import { wholeNumber } from "./phone-number.ts";
import { PhoneReader, phoneDigits } from "./phone-reader.ts";
import { callingCodeOf } from "./regions.ts";

/** Small plans for the window, which only groups digits and finds the country. Main decides which number is sent. */
const reader = new PhoneReader(metadata);

/** The form's country and its text, without the calling code. */
export interface PhoneText {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  readonly phone: string;
}

/** One edit of the phone field. */
export interface PhoneEdit {
  /** The form before the edit. */
  readonly before: PhoneText;
  /** The field's text after the edit. */
  readonly typed: string;
  /** Index in `typed`. */
  readonly caret: number;
  /** The side of the caret on which text was deleted. */
  readonly deleted: "backward" | "forward" | undefined;
  /** The text is a whole number: it was pasted or filled in. While somebody types, more digits may follow. */
  readonly whole: boolean;
}

/**
 * Groups a national number in the region's format, keeping every digit. Returns the text unchanged if it has letters, starts
 * like an international number, or cannot be grouped without losing a digit.
 */
export function formatPhone(typed: string, regionCode: string): string {
  const digits = phoneDigits(typed);
  if (!digits || isInternational(digits) || !isSupportedCountry(regionCode)) return typed;
  const grouped = group(digits, regionCode);
  return grouped?.replace(/\D/g, "") === digits ? grouped : typed;
}

function group(digits: string, regionCode: CountryCode): string | undefined {
  try {
    return new AsYouType(regionCode).input(digits);
  } catch {
    // libphonenumber-js throws for a few incomplete numbers, such as "02" in Cape Verde and Samoa.
    return undefined;
  }
}

/**
 * Moves a whole number's calling code into the form's country. Keeps a text without calling code, and one that the form would
 * read as another number without it.
 */
export function splitPhone(form: PhoneText): PhoneText {
  const number = reader.read(form.phone, form.regionCode);
  const digits = phoneDigits(form.phone);
  if (!number.ok || !digits) return form;
  const { regionCode, countryCallingCode, nationalNumber } = number.value;
  if (!isInternational(digits) && countryCallingCode === callingCodeOf(form.regionCode)) return form;
  const national = reader.read(nationalNumber, regionCode);
  if (!national.ok || wholeNumber(national.value) !== wholeNumber(number.value)) return form;
  return { regionCode, phone: formatPhone(nationalNumber, regionCode) };
}

/** Regroups the number after an edit and keeps the caret between the same digits. A whole number also sets the region. */
export function editPhone(edit: PhoneEdit): PhoneText & { readonly caret: number } {
  const { before, typed, caret, deleted, whole } = edit;
  const text = formatPhone(typed, before.regionCode);
  if (deleted && text === before.phone) {
    // Only a separator was deleted, and grouping restored it. Delete the next digit too, or the caret would be stuck.
    const start = digitBeside(typed, caret, deleted);
    if (start !== undefined) {
      const rest = typed.slice(0, start) + typed.slice(start + 1);
      return editPhone({ ...edit, typed: rest, caret: start < caret ? caret - 1 : caret, deleted: undefined });
    }
  }
  const form = { regionCode: before.regionCode, phone: text };
  const { regionCode, phone } = whole ? splitPhone(form) : form;
  return { regionCode, phone, caret: phone === typed ? caret : caretBefore(phone, countDigits(typed.slice(caret))) };
}

function isInternational(digits: string): boolean {
  return /^(?:\+|00)/.test(digits);
}

/** Index of the nearest digit on that side of the caret. */
function digitBeside(text: string, caret: number, side: "backward" | "forward"): number | undefined {
  const indexes = [...asciiDigits(text).matchAll(/\d/g)].map(({ index }) => index);
  return side === "backward" ? indexes.findLast((index) => index < caret) : indexes.find((index) => index >= caret);
}

function countDigits(text: string): number {
  return asciiDigits(text).replace(/\D/g, "").length;
}

/** The caret index that has `digitsBehind` digits after it. */
function caretBefore(phone: string, digitsBehind: number): number {
  if (digitsBehind === 0) return phone.length;
  const indexes = [...phone.matchAll(/\d/g)].map(({ index }) => index);
  return indexes.at(-digitsBehind) ?? 0;
}
