import { expect, test } from "vitest";
import { asciiDigits } from "../../../domain/phone/ascii-digits.ts";

const scripts = [
  "arab",
  "arabext",
  "beng",
  "deva",
  "fullwide",
  "khmr",
  "mathdbl",
  "mathsans",
  "mymr",
  "tamldec",
  "thai",
];

test.each(scripts)("the digits of the script %s become ASCII digits", (script) => {
  const digits = new Intl.NumberFormat(`en-u-nu-${script}`, { useGrouping: false }).format(9876543210);
  expect(digits).not.toBe("9876543210");
  expect(asciiDigits(`+${digits} x`)).toBe("+9876543210 x");
});

test("letters, Roman numerals and superscripts stay", () => {
  expect(asciiDigits("+57 (300) O١ Ⅳ ²")).toBe("+57 (300) O1 Ⅳ ²");
});
