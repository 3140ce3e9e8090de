import { describe, expect, test } from "vitest";
import { parsePhoneNumber } from "../../../domain/phone/parse-phone-number.ts";
import { maskPhoneNumber } from "../../../domain/phone/phone-number.ts";

function read(typed: string, regionCode: string): string {
  const phone = parsePhoneNumber(typed, regionCode);
  if (!phone.ok) return phone.error.kind === "phone-invalid" ? phone.error.reason : phone.error.callingCode;
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
  ])("%j keeps its leading zero in %s", (typed, regionCode, expected) => {
    expect(read(typed, regionCode)).toBe(expected);
  });

  test("accepts the sample number of Verifik's documentation, although it is not a valid US number", () => {
    expect(read("1234566663", "US")).toBe("US +1 1234566663");
  });

  test("a number of Puerto Rico has calling code 1 and keeps its 787", () => {
    expect(read("787 234 5678", "PR")).toBe("PR +1 7872345678");
  });

  test.each([
    ["0300 123 4567", "CO", "CO +57 3001234567"],
    ["07400 123456", "GB", "GB +44 7400123456"],
    ["8 912 345-67-89", "RU", "RU +7 9123456789"],
    ["1 305 555 1234", "US", "US +1 3055551234"],
    ["011 15 2345 6789", "AR", "AR +54 91123456789"],
  ])("%j loses its trunk prefix in %s", (typed, regionCode, expected) => {
    expect(read(typed, regionCode)).toBe(expected);
  });

  test.each([
    ["573001234567", "CO", "CO +57 3001234567"],
    ["5215512345678", "MX", "MX +52 5512345678"],
    ["011 57 300 123 4568", "US", "CO +57 3001234568"],
    ["8~10 57 300 123 4568", "RU", "CO +57 3001234568"],
    ["0057 300 123 4568", "US", "CO +57 3001234568"],
    // 005 is also the prefix of a Colombian carrier, and +7 321 1234567 a Russian number.
    ["0057 321 123 4567", "CO", "CO +57 3211234567"],
  ])("%j in %s is %s", (typed, regionCode, expected) => {
    expect(read(typed, regionCode)).toBe(expected);
  });

  test.each([
    ["1 305 555 1234", "CO", "1"],
    ["34 612 345 678", "CO", "34"],
    ["1 55 1234 5678", "MX", "1"],
    ["4915123456789", "DE", "49"],
  ])("%j in %s is refused, because %s may be a calling code", (typed, regionCode, expected) => {
    expect(read(typed, regionCode)).toBe(expected);
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
    ["+57 57 300 123 4567", "too-long"],
    ["tel:+573001234567;ext=5", "not-a-number"],
    ["tel:3001234567;phone-context=+57", "not-a-number"],
    ["https://wa.me/qr/ABC123", "not-a-number"],
    ["https://example.com/573001234567", "not-a-number"],
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
