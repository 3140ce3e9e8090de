import { describe, expect, test } from "vitest";
import { editPhone, formatPhone } from "../../../domain/phone/phone-format.ts";

describe("formatPhone", () => {
  test.each([
    ["3001234567", "CO", "300 1234567"],
    ["2025550123", "US", "(202) 555-0123"],
    ["12025550123", "US", "1 (202) 555-0123"],
    ["0102030405", "CI", "01 02 03 0405"],
    ["07700900123", "GB", "07700 900123"],
    ["0612345678", "IT", "06 1234 5678"],
    ["(300)-123.4567", "CO", "300 1234567"],
    ["٣٠٠١٢٣٤٥٦٧", "CO", "300 1234567"],
    ["३००१२३४५६७", "CO", "300 1234567"],
    ["\u202a300 1234567\u202c", "CO", "300 1234567"],
  ])("formats %j in %s as %j", (typed, regionCode, expected) => {
    expect(formatPhone(typed, regionCode)).toBe(expected);
  });

  test.each([
    ["3OO 1234567", "CO"],
    ["300 123 4567 ext 5", "CO"],
    ["+57 300", "CO"],
    ["0057 300", "CO"],
    ["+", "CO"],
    ["(", "CO"],
    ["", "CO"],
    ["300 1234567", "XX"],
    // libphonenumber-js throws for this one.
    ["08", "WS"],
  ])("leaves %j in %s unchanged", (typed, regionCode) => {
    expect(formatPhone(typed, regionCode)).toBe(typed);
  });
});

/** `|` is the caret. */
function edited(
  before: string,
  after: string,
  deleted?: "backward" | "forward",
  regionCode = "CO",
  whole = false,
): string {
  const result = editPhone({
    before: { regionCode, phone: before.replace("|", "") },
    typed: after.replace("|", ""),
    caret: after.indexOf("|"),
    deleted,
    whole,
  });
  const { phone, caret } = result;
  return `${result.regionCode} ${phone.slice(0, caret)}|${phone.slice(caret)}`;
}

describe("the caret stays between the same digits", () => {
  test.each([
    ["at the end", "300|", "3001|", "CO 300 1|"],
    ["behind a bracket that closes", "20|", "202|", "US (202)|"],
    ["in the middle", "300 1|234567", "300 19|234567", "CO 30019|234567"],
    ["at the beginning", "|00 1234567", "3|00 1234567", "CO 3|00 1234567"],
    ["when many are put in", "300 |67", "300 12345|67", "CO 300 12345|67"],
    ["among letters", "3OO| 123", "3OO1| 123", "CO 3OO1| 123"],
  ])("%s", (_, before, after, expected) => {
    expect(edited(before, after, undefined, expected.slice(0, 2))).toBe(expected);
  });
});

describe("deleting", () => {
  test.each([
    ["a digit", "300 1|234567", "300 |234567", "backward", "CO 300 |234567"],
    ["a separator takes the digit before it", "300 |1234567", "300|1234567", "backward", "CO 30|1 234567"],
    ["a separator forwards takes the digit behind it", "300| 1234567", "300|1234567", "forward", "CO 300 |234567"],
    ["a bracket at the end takes the digit in it", "(202)|", "(202|", "backward", "US 20|"],
    ["a bracket at the beginning takes nothing", "(|202) 555", "|202) 555", "backward", "US (|202) 555"],
    ["a selection", "300 |1234567", "300 |67", "backward", "CO 300 |67"],
    ["a space between letters takes no more", "3OO |1", "3OO|1", "backward", "CO 3OO|1"],
    ["the last digit", "3|", "|", "backward", "CO |"],
  ] as const)("%s", (_, before, after, deleted, expected) => {
    expect(edited(before, after, deleted, expected.slice(0, 2))).toBe(expected);
  });
});

describe("a pasted international number sets the country", () => {
  test.each([
    ["+34 612 345 678|", "ES 612 34 56 78|"],
    ["00 57 (300) 123-4567|", "CO 300 1234567|"],
    ["+٢٢٥ ٠١ ٠٢ ٠٣ ٠٤ ٠٥|", "CI 01 02 03 0405|"],
    ["+57 300 12|34567", "CO 300 12|34567"],
    ["+|573001234567", "CO |300 1234567"],
  ])("%j becomes %j", (typed, expected) => {
    expect(edited("", typed, undefined, "CO", true)).toBe(expected);
  });
});

test("a typed international number stays, because more digits may follow", () => {
  expect(edited("+34 612 345 67|", "+34 612 345 678|")).toBe("CO +34 612 345 678|");
});
