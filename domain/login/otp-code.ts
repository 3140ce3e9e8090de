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
 * numbers, the one after the word "code" in its sentence counts, else the one before it, else the message's first.
 */
export function findSixDigits(message: string): string | undefined {
  const text = asciiDigits(message);
  const named = text.split(/[.!?]\s|\n/).map(codeNamedIn);
  return named.find((code) => code !== undefined) ?? codesIn(text)[0];
}

const codeWord = /\b(?:code|passcode|password|pin|otp|c[oó]digo|clave|contraseña)\b/iu;

function codeNamedIn(sentence: string): string | undefined {
  const word = codeWord.exec(sentence);
  if (!word) return undefined;
  return codesIn(sentence.slice(word.index))[0] ?? codesIn(sentence.slice(0, word.index)).at(-1);
}

// No form matches inside a longer run of digits, such as a phone number.
const together = String.raw`(?<!\d)\d{6}(?!\d)`;
const grouped = String.raw`(?<!\d[\p{Zs}\p{Pd}]?)(?:\d{3}[\p{Zs}\p{Pd}]\d{3}|\d(?:[\p{Zs}\p{Pd}]\d){5})(?![\p{Zs}\p{Pd}]?\d)`;

/** The numbers of six digits, in their order. */
function codesIn(text: string): string[] {
  const found = text.matchAll(new RegExp(`${together}|${grouped}`, "gu"));
  return Array.from(found, ([code]) => code.replace(/\D/g, ""));
}
