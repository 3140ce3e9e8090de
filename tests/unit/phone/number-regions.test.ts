import { type CountryCode, getExampleNumber } from "libphonenumber-js/min";
import examples from "libphonenumber-js/mobile/examples";
import { expect, test } from "vitest";
import { parsePhoneNumber, splitInternational, supportedRegions } from "../../../domain/phone/phone-number.ts";

/** A mobile number of every region. */
const samples = supportedRegions().map(({ regionCode, countryCallingCode }) => {
  const nationalNumber = getExampleNumber(regionCode as CountryCode, examples)?.nationalNumber ?? "";
  return { regionCode, countryCallingCode, nationalNumber };
});

test("a national number of any region keeps all its digits", () => {
  expect(samples.length).toBeGreaterThan(200);
  for (const sample of samples) {
    expect(parsePhoneNumber(sample.nationalNumber, sample.regionCode)).toEqual({ ok: true, value: sample });
  }
});

test("an international number of any region has the same digits with another country chosen", () => {
  for (const { countryCallingCode, nationalNumber } of samples) {
    const international = `+${countryCallingCode}${nationalNumber}`;
    expect(parsePhoneNumber(international, "CO")).toMatchObject({ value: { countryCallingCode, nationalNumber } });
    expect(splitInternational(international)).toMatchObject({ national: nationalNumber });
  }
});

test("rejects a calling code without plus, except in three regions", () => {
  const accepted = samples.filter(({ regionCode, countryCallingCode, nationalNumber }) => {
    return parsePhoneNumber(`${countryCallingCode}${nationalNumber}`, regionCode).ok;
  });
  // Their numbering plans have numbers of that length with the same first digits.
  expect(accepted.map(({ regionCode }) => regionCode)).toEqual(["DE", "ID", "XK"]);
});
