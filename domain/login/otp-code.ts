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

/**
 * Finds the code in a message such as "Your code is 123-456." and returns its digits; `undefined` without one. Of several
 * numbers, the one after "code" or "código" counts, else the first.
 */
export function findSixDigits(message: string): string | undefined {
  const text = asciiDigits(message);
  const labelled = [...text.matchAll(label)].map((found) => firstCode(text.slice(found.index + found[0].length), "^"));
  return labelled.find((code) => code !== undefined) ?? firstCode(text);
}

const label = /(?:\bcode|\bc[oó]digo)(?:\s+(?:is|es))?[\s:=*"]*/giu;

// Neither form matches inside a longer run of digits, such as a phone number.
const together = String.raw`(?<!\d)\d{6}(?!\d)`;
const grouped = String.raw`(?<!\d[\p{Zs}\p{Pd}]?)(?:\d{3}[\p{Zs}\p{Pd}]\d{3}|\d(?:[\p{Zs}\p{Pd}]\d){5})(?![\p{Zs}\p{Pd}]?\d)`;

/** `anchor` "^" accepts a code only at the start of the text. */
function firstCode(text: string, anchor: "" | "^" = ""): string | undefined {
  const found = new RegExp(anchor + together, "u").exec(text) ?? new RegExp(anchor + grouped, "u").exec(text);
  return found?.[0].replace(/\D/g, "");
}
