import { asciiDigits } from "../phone/ascii-digits.ts";
import { Secret } from "../secret.ts";

/** Reads a typed or pasted code of six digits in any script; spaces and dashes are ignored, leading zeros count. */
export function sixDigits(typed: string): Secret | undefined {
  const digits = readSixDigits(typed);
  return digits === undefined ? undefined : new Secret(digits);
}

/** Like `sixDigits`, as a plain string for the form, which holds the typed text anyway. */
export function readSixDigits(typed: string): string | undefined {
  // Text copied from right-to-left messages may contain invisible marks.
  const digits = asciiDigits(typed).replace(/[\s\p{Pd}\p{Cf}]/gu, "");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

/** Finds the code in a message such as "Your code is 123-456." and returns its digits; `undefined` without one. */
export function findSixDigits(message: string): string | undefined {
  const text = asciiDigits(message);
  const found = together.exec(text) ?? grouped.exec(text);
  return found?.[0].replace(/\D/g, "");
}

// Neither matches inside a longer run of digits, such as a phone number.
const together = /(?<!\d)\d{6}(?!\d)/;
const grouped = /(?<!\d[\p{Zs}\p{Pd}]?)(?:\d{3}[\p{Zs}\p{Pd}]\d{3}|\d(?:[\p{Zs}\p{Pd}]\d){5})(?![\p{Zs}\p{Pd}]?\d)/u;
