import { type CountryCode, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { editPhone, formatPhone } from "../../../domain/phone/phone-format.ts";
import { supportedRegions } from "../../../domain/phone/regions.ts";
import { seededRandom } from "../../fixtures/seeded-random.ts";

const samples = supportedRegions().map((region) => ({
  ...region,
  nationalNumber: getExampleNumber(region.regionCode as CountryCode, examples)?.nationalNumber ?? "",
}));

const random = seededRandom(20);

function below(limit: number): number {
  return Math.floor(random() * limit);
}

/** Never starts with 00, which announces a calling code. */
function randomDigits(): string {
  const digits = Array.from({ length: 1 + below(17) }, () => below(10));
  return digits.join("").replace(/^00/, "01");
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

interface Field {
  readonly regionCode: string;
  readonly phone: string;
  readonly caret: number;
}

function typeInto(field: Field, text: string): Field {
  const { phone, caret } = field;
  const typed = phone.slice(0, caret) + text + phone.slice(caret);
  return editPhone({ before: field, typed, caret: caret + text.length, deleted: undefined, whole: false });
}

function typeOneByOne(text: string, regionCode: string): Field {
  return [...text].reduce(typeInto, { regionCode, phone: "", caret: 0 });
}

function deleteFrom(field: Field, deleted: "backward" | "forward"): Field {
  const start = deleted === "backward" ? field.caret - 1 : field.caret;
  if (start < 0 || start >= field.phone.length) return field;
  const typed = field.phone.slice(0, start) + field.phone.slice(start + 1);
  return editPhone({ before: field, typed, caret: start, deleted, whole: false });
}

test("formatting keeps every digit in every region, and formatting again changes nothing", () => {
  for (const { regionCode, nationalNumber } of samples) {
    for (const digits of [nationalNumber, `0${nationalNumber}`, ...Array.from({ length: 5 }, randomDigits)]) {
      const text = formatPhone(digits, regionCode);
      expect(digitsOf(text)).toBe(digits);
      expect(formatPhone(text, regionCode)).toBe(text);
    }
  }
});

test("typing a number of any region digit by digit gives the formatted number, with the caret at its end", () => {
  for (const { regionCode, nationalNumber } of samples) {
    const phone = formatPhone(nationalNumber, regionCode);
    expect(typeOneByOne(nationalNumber, regionCode)).toEqual({ regionCode, phone, caret: phone.length });
  }
});

/** The digits after typing one at `index`, or deleting one beside it. */
function editDigits(digits: string, index: number, action: "backward" | "forward" | { readonly type: string }): string {
  if (action === "backward") return digits.slice(0, Math.max(0, index - 1)) + digits.slice(index);
  if (action === "forward") return digits.slice(0, index) + digits.slice(index + 1);
  return digits.slice(0, index) + action.type + digits.slice(index);
}

test("after random edits, digits and caret are the same as without separators", () => {
  for (const { regionCode } of samples) {
    let field: Field = { regionCode, phone: "", caret: 0 };
    for (let step = 0; step < 30; step += 1) {
      field = { ...field, caret: below(field.phone.length + 1) };
      const digits = digitsOf(field.phone);
      const index = digitsOf(field.phone.slice(0, field.caret)).length;
      // No zero, because two at the start would mean an international number.
      const action = [{ type: `${1 + below(9)}` }, { type: `${1 + below(9)}` }, "backward", "forward"][below(4)] as
        | { type: string }
        | "backward"
        | "forward";
      const after = typeof action === "string" ? deleteFrom(field, action) : typeInto(field, action.type);
      const expected = editDigits(digits, index, action);
      const behind = digits.length - index - (action === "forward" && index < digits.length ? 1 : 0);
      const shown = { digits: digitsOf(after.phone), behind: digitsOf(after.phone.slice(after.caret)).length };
      expect({ field, action, ...shown }).toEqual({ field, action, digits: expected, behind });
      field = after;
    }
  }
});
