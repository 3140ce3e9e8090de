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
 * Finds the code in a message such as "Your code is 123-456." and returns its digits. A number after a word such as "order" or
 * "ref" is not the code. Of several others, the one right after the word "code" counts. `undefined` if none or more than one is
 * left, because a code is submitted as soon as it is entered.
 */
export function findSixDigits(message: string): string | undefined {
  const text = asciiDigits(message).normalize("NFC");
  const numbers = Array.from(text.matchAll(sixDigitNumber), ({ 0: number, index }) => ({
    digits: number.replace(/\D/g, ""),
    before: text.slice(0, index),
  })).filter(({ before }) => !afterReference.test(before));
  const named = numbers.filter(({ before }) => afterCodeWord.test(before));
  const [code, ...others] = new Set((named.length > 0 ? named : numbers).map(({ digits }) => digits));
  return others.length === 0 ? code : undefined;
}

const afterCodeWord =
  /\b(?:code|passcode|password|pin|otp|código|clave|contraseña)[^\p{L}\d]+(?:(?:is|es)[^\p{L}\d]+)?$/iu;

/** On the same line as the number, also "order no. 889900" and "reference code: 889900". */
const afterReference =
  /\b(?:ref(?:erenc(?:e|ia))?|order|case|ticket|request|invoice|for|orden|pedido|caso|solicitud|factura|para)[^\p{L}\d\n]+(?:(?:id|code|number|no|n|nr|código|número|núm)[^\p{L}\d\n]+)?$/iu;

// No form matches inside a longer run of digits, such as a phone number.
const together = String.raw`(?<!\d)\d{6}(?!\d)`;
const grouped = String.raw`(?<!\d[\p{Zs}\p{Pd}]?)(?:\d{3}[\p{Zs}\p{Pd}]\d{3}|\d(?:[\p{Zs}\p{Pd}]\d){5})(?![\p{Zs}\p{Pd}]?\d)`;
const sixDigitNumber = new RegExp(`${together}|${grouped}`, "gu");
