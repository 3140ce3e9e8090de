import { AsYouType, type CountryCode, isSupportedCountry } from "libphonenumber-js/min";
import { asciiDigits } from "./ascii-digits.ts";
import { internationalPrefixAsPlus, splitInternational } from "./phone-number.ts";

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
}

/**
 * Groups a national number in the region's format, keeping every digit. Returns the text unchanged if it has letters, starts
 * like an international number, or cannot be grouped without losing a digit.
 */
export function formatPhone(typed: string, regionCode: string): string {
  const digits = internationalPrefixAsPlus(typed);
  if (!digits || digits.startsWith("+") || !isSupportedCountry(regionCode)) return typed;
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

/** Regroups the number after an edit and keeps the caret between the same digits. An international number also sets the region. */
export function editPhone({ before, typed, caret, deleted }: PhoneEdit): PhoneText & { readonly caret: number } {
  const text = formatPhone(typed, before.regionCode);
  if (deleted && text === before.phone) {
    // Only a separator was deleted, and grouping restored it. Delete the next digit too, or the caret would be stuck.
    const start = digitBeside(typed, caret, deleted);
    if (start !== undefined) {
      const rest = typed.slice(0, start) + typed.slice(start + 1);
      return editPhone({ before, typed: rest, caret: start < caret ? caret - 1 : caret, deleted: undefined });
    }
  }
  const international = splitInternational(typed);
  const regionCode = international?.regionCode ?? before.regionCode;
  const phone = international ? formatPhone(international.national, regionCode) : text;
  return { regionCode, phone, caret: phone === typed ? caret : caretBefore(phone, countDigits(typed.slice(caret))) };
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
