import { AsYouType, type CountryCode, isSupportedCountry } from "libphonenumber-js/min";
import { asciiDigits } from "./ascii-digits.ts";
import { internationalPrefixAsPlus, splitInternational } from "./phone-number.ts";

/** A number as it stands in the form. */
export interface PhoneText {
  /** ISO 3166-1 alpha-2. */
  readonly regionCode: string;
  readonly phone: string;
}

export interface PhoneEdit {
  /** The form before it. */
  readonly before: PhoneText;
  /** The field after it, and how many characters stand before the caret. */
  readonly typed: string;
  readonly caret: number;
  /** On which side of the caret something was deleted, if something was. */
  readonly deleted: "backward" | "forward" | undefined;
}

/**
 * Groups a national number as its region does. Every digit stays, in its place, as 0 to 9. What is more than digits,
 * starts like an international number, or could not be grouped without losing a digit, stays as it is.
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
    // It throws at "02" and its like in Cape Verde and Samoa; with one digit more there is nothing wrong any longer.
    return undefined;
  }
}

/** What the form shows after an edit, and where the caret belongs: between the same digits as before. */
export function editPhone({ before, typed, caret, deleted }: PhoneEdit): PhoneText & { readonly caret: number } {
  const text = formatPhone(typed, before.regionCode);
  if (deleted && text === before.phone) {
    // Only a separator went, and is back already: without its digit nobody would get past it.
    const start = digitBeside(typed, caret, deleted);
    if (start !== undefined) {
      const rest = typed.slice(0, start) + typed.slice(start + 1);
      return editPhone({ before, typed: rest, caret: start < caret ? caret - 1 : caret, deleted: undefined });
    }
  }
  const whole = splitInternational(typed);
  const regionCode = whole?.regionCode ?? before.regionCode;
  const phone = whole ? formatPhone(whole.national, regionCode) : text;
  return { regionCode, phone, caret: phone === typed ? caret : caretBefore(phone, countDigits(typed.slice(caret))) };
}

/** The index of the digit next to the caret on that side. */
function digitBeside(text: string, caret: number, side: "backward" | "forward"): number | undefined {
  const indexes = [...asciiDigits(text).matchAll(/\d/g)].map(({ index }) => index);
  return side === "backward" ? indexes.findLast((index) => index < caret) : indexes.find((index) => index >= caret);
}

function countDigits(text: string): number {
  return asciiDigits(text).replace(/\D/g, "").length;
}

/** The place with so many digits behind it. */
function caretBefore(phone: string, digitsBehind: number): number {
  if (digitsBehind === 0) return phone.length;
  const indexes = [...phone.matchAll(/\d/g)].map(({ index }) => index);
  return indexes.at(-digitsBehind) ?? 0;
}
