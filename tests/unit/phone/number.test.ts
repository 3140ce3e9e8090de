import { describe, expect, test } from "vitest";
import { maskPhoneNumber, parsePhoneNumber } from "../../../domain/phone/phone-number.ts";

function read(typed: string, regionCode: string): string {
  const phone = parsePhoneNumber(typed, regionCode);
  if (!phone.ok) return phone.error.reason;
  return `${phone.value.regionCode} +${phone.value.countryCallingCode} ${phone.value.nationalNumber}`;
}

describe("a number typed without a calling code", () => {
  test.each([
    ["3001234567", "CO"],
    ["300 123 4567", "CO"],
    ["300-123-4567", "CO"],
    ["(300) 123.4567", "CO"],
    ["  300\u00a0123\u20114567\t", "CO"],
    ["٣٠٠١٢٣٤٥٦٧", "CO"],
    ["۳۰۰۱۲۳۴۵۶۷", "CO"],
    ["３００１２３４５６７", "CO"],
    ["३००१२३४५६७", "CO"],
    ["৩০০১২৩৪৫৬৭", "CO"],
  ])("%j in %s is +57 3001234567", (typed, regionCode) => {
    expect(read(typed, regionCode)).toBe("CO +57 3001234567");
  });

  test.each([
    ["01 02 03 04 05", "CI", "CI +225 0102030405"],
    ["06 698 12345", "IT", "IT +39 0669812345"],
    ["06 03 12 34", "GA", "GA +241 06031234"],
    ["0300 123 4567", "CO", "CO +57 03001234567"],
  ])("%j keeps its leading zero in %s", (typed, regionCode, expected) => {
    expect(read(typed, regionCode)).toBe(expected);
  });

  test("accepts the sample number of Verifik's documentation, although it is not a valid US number", () => {
    expect(read("1234566663", "US")).toBe("US +1 1234566663");
  });

  test("a number of Puerto Rico has calling code 1 and keeps its 787", () => {
    expect(read("787 234 5678", "PR")).toBe("PR +1 7872345678");
  });

  test("rejects a calling code without plus", () => {
    expect(read("573001234567", "CO")).toBe("too-long");
    expect(read("12025550123", "US")).toBe("too-long");
  });
});

describe("an invalid number", () => {
  test.each([
    ["", "empty"],
    [" \t", "empty"],
    ["+", "empty"],
    ["00", "empty"],
    ["---", "empty"],
    ["3", "too-short"],
    ["300123", "too-short"],
    ["300123456", "too-short"],
    ["+57", "too-short"],
    ["+57 300", "too-short"],
    ["1".repeat(20), "too-long"],
    ["+57 300 123 4567 8901", "too-long"],
    ["+999 123 456 789", "not-a-number"],
    ["phone", "not-a-number"],
    ["3OO1234567", "not-a-number"],
    ["300 123 4567 ext 5", "not-a-number"],
    ["300 123 4567 #5", "not-a-number"],
    ["+57 3OO 123 4567", "not-a-number"],
  ])("%j is %s", (typed, reason) => {
    expect(read(typed, "CO")).toBe(reason);
  });

  test("rejects an unknown region", () => {
    expect(read("3001234567", "XX")).toBe("not-a-number");
    expect(read("3001234567", "")).toBe("not-a-number");
  });
});

describe("a masked number", () => {
  test("shows the calling code, the last two digits and the length", () => {
    expect(maskPhoneNumber({ regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" })).toBe(
      "+57 ••••••••67",
    );
  });
});
