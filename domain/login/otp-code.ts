import { asciiDigits } from "../phone/ascii-digits.ts";
import { Secret } from "../secret.ts";

/** A code as typed or pasted: the digits of any script, spaces and dashes aside; leading zeros count. */
export function sixDigits(typed: string): Secret | undefined {
  const digits = readSixDigits(typed);
  return digits === undefined ? undefined : new Secret(digits);
}

/** The same in plain digits 0 to 9, for the form, which has what was typed anyway. */
export function readSixDigits(typed: string): string | undefined {
  // Between right-to-left words, invisible marks may be copied with the digits.
  const digits = asciiDigits(typed).replace(/[\s\p{Pd}\p{Cf}]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** The code within a message, "Your code is 123-456." say, in plain digits; `undefined` when there is none. */
export function findSixDigits(message: string): string | undefined {
  const text = asciiDigits(message);
  const found = together.exec(text) ?? grouped.exec(text);
  return found?.[0].replace(/\D/g, "");
}

// Neither may be a part of more digits, of a phone number say.
const together = /(?<!\d)\d{6}(?!\d)/;
const grouped = /(?<!\d[\p{Zs}\p{Pd}]?)(?:\d{3}[\p{Zs}\p{Pd}]\d{3}|\d(?:[\p{Zs}\p{Pd}]\d){5})(?![\p{Zs}\p{Pd}]?\d)/u;
