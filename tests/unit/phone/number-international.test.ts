import { describe, expect, test } from "vitest";
import { parsePhoneNumber } from "../../../domain/phone/parse-phone-number.ts";
import { formatPhone, splitPhone } from "../../../domain/phone/phone-format.ts";

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
  ["+57 (0) 300 123 4569", "CO", "57", "3001234569"],
  ["+54 11 15 2345 6789", "AR", "54", "91123456789"],
  ["+52 1 55 1234 5678", "MX", "52", "5512345678"],
  ["tel:+57-300-123-4567", "CO", "57", "3001234567"],
  ["TEL:+573001234567", "CO", "57", "3001234567"],
  ["https://wa.me/573001234567", "CO", "57", "3001234567"],
  ["https://wa.me/5215512345678?text=Hola%20123", "MX", "52", "5512345678"],
  ["wa.me/+573001234567/", "CO", "57", "3001234567"],
  ["https://api.whatsapp.com/send/?text=hi&phone=573001234567", "CO", "57", "3001234567"],
  ["tel:+57%20300%20123%204567", "CO", "57", "3001234567"],
  ["https://api.whatsapp.com/send?phone=573001234567&text=1", "CO", "57", "3001234567"],
  ["whatsapp://send/?phone=573001234567", "CO", "57", "3001234567"],
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
      const phone = formatPhone(nationalNumber, regionCode);
      expect(splitPhone({ regionCode: "CO", phone: typed })).toEqual({ regionCode, phone });
    });
  },
);

test("a number of a shared calling code keeps the chosen country", () => {
  expect(parsePhoneNumber("+44 7700 900123", "JE")).toMatchObject({ value: { regionCode: "JE" } });
  expect(parsePhoneNumber("+44 7700 900123", "CO")).toMatchObject({ value: { regionCode: "GB" } });
});

describe("an incomplete or national number", () => {
  test.each([
    "3001234567",
    "573001234567",
    "0300 123 4567",
    "+",
    "+5",
    "+57",
    "+57 300",
    "+44 074001234567",
    "+999 123 456 789",
    "+57 3OO 123 4567",
    "",
  ])("%j is not split", (typed) => {
    const form = { regionCode: "CO", phone: typed };
    expect(splitPhone(form)).toBe(form);
  });
});
