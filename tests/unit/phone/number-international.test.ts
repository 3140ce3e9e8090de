import { describe, expect, test } from "vitest";
import { parsePhoneNumber, splitInternational } from "../../../domain/phone/phone-number.ts";

const internationalNumbers = [
  ["+57 300 123 4567", "CO", "57", "3001234567"],
  ["+57-300-123-4567", "CO", "57", "3001234567"],
  ["(+57) 300.123.4567", "CO", "57", "3001234567"],
  ["0057 300 123 4567", "CO", "57", "3001234567"],
  ["00 57 3001234567", "CO", "57", "3001234567"],
  ["+٥٧ ٣٠٠١٢٣٤٥٦٧", "CO", "57", "3001234567"],
  ["＋５７ ３００１２３４５６７", "CO", "57", "3001234567"],
  ["００５７３００１２３４５６７", "CO", "57", "3001234567"],
  ["\u202a+57 300 123 4567\u202c", "CO", "57", "3001234567"],
  ["+225 01 02 03 04 05", "CI", "225", "0102030405"],
  ["+39 06 1234 5678", "IT", "39", "0612345678"],
  ["+241 06 03 12 34", "GA", "241", "06031234"],
  ["+1 787 234 5678", "PR", "1", "7872345678"],
  ["+44 (0)7400 123456", "GB", "44", "7400123456"],
] as const;

describe.each(internationalNumbers)(
  "the international number %j",
  (typed, regionCode, countryCallingCode, nationalNumber) => {
    test("takes its region from its calling code, whatever country is chosen", () => {
      for (const chosen of ["CO", "FR", "US", "GB", regionCode]) {
        expect(parsePhoneNumber(typed, chosen)).toEqual({
          ok: true,
          value: { regionCode, countryCallingCode, nationalNumber },
        });
      }
    });

    test("is split into country and national number for the form", () => {
      expect(splitInternational(typed)).toEqual({ regionCode, national: nationalNumber });
    });
  },
);

test("an invalid number of possible length is parsed but not split", () => {
  expect(parsePhoneNumber("+1 1234566663", "CO")).toMatchObject({
    value: { regionCode: "US", nationalNumber: "1234566663" },
  });
  expect(splitInternational("+1 1234566663")).toBeUndefined();
});

test("a number of a shared calling code keeps the chosen country", () => {
  expect(parsePhoneNumber("+44 7700 900123", "JE")).toMatchObject({ value: { regionCode: "JE" } });
  expect(parsePhoneNumber("+44 7700 900123", "CO")).toMatchObject({ value: { regionCode: "GB" } });
});

describe("an incomplete or national number", () => {
  test.each([
    "3001234567",
    "573001234567",
    "+",
    "+5",
    "+57",
    "+57 300",
    "+44 0740012345",
    "+999 123 456 789",
    "+57 3OO 123 4567",
    "",
  ])("%j is not split", (typed) => {
    expect(splitInternational(typed)).toBeUndefined();
  });
});
