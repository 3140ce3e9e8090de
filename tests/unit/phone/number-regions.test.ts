import { type CountryCode, getExampleNumber } from "libphonenumber-js/min";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { parsePhoneNumber, splitInternational, supportedRegions } from "../../../domain/phone/phone-number.ts";

/** A mobile number of every region in the world. */
const samples = supportedRegions().map(({ regionCode, countryCallingCode }) => {
  const nationalNumber = getExampleNumber(regionCode as CountryCode, examples)?.nationalNumber ?? "";
  return { regionCode, countryCallingCode, nationalNumber };
});

test("a number of any region is taken digit by digit as it is typed", () => {
  expect(samples.length).toBeGreaterThan(200);
  for (const sample of samples) {
    expect(parsePhoneNumber(sample.nationalNumber, sample.regionCode)).toEqual({ ok: true, value: sample });
  }
});

test("a whole number of any region has the same digits, whatever country is chosen", () => {
  for (const { countryCallingCode, nationalNumber } of samples) {
    const whole = `+${countryCallingCode}${nationalNumber}`;
    expect(parsePhoneNumber(whole, "CO")).toMatchObject({ value: { countryCallingCode, nationalNumber } });
    expect(splitInternational(whole)).toMatchObject({ national: nationalNumber });
  }
});

test("a calling code without its plus is not taken for a part of the number, where that can be told", () => {
  const taken = samples.filter(({ regionCode, countryCallingCode, nationalNumber }) => {
    return parsePhoneNumber(`${countryCallingCode}${nationalNumber}`, regionCode).ok;
  });
  // Their numbering plans hold numbers of that length with these first digits.
  expect(taken.map(({ regionCode }) => regionCode)).toEqual(["DE", "ID", "XK"]);
});
