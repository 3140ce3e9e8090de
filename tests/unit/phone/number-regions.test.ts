import google from "google-libphonenumber";
import { expect, test } from "vitest";
import { parsePhoneNumber } from "../../../domain/phone/parse-phone-number.ts";
import { editPhone, type PhoneText, splitPhone } from "../../../domain/phone/phone-format.ts";
import { wholeNumber } from "../../../domain/phone/phone-number.ts";
import { supportedRegions } from "../../../domain/phone/regions.ts";

const { PhoneNumberFormat: Format, PhoneNumberType: Type } = google;
const util = google.PhoneNumberUtil.getInstance();

type ExampleNumber = NonNullable<ReturnType<typeof util.getExampleNumberForType>>;

const forms = [
  "national with the trunk prefix",
  "national in digits only",
  "international",
  "international in digits only",
  "international with 00",
  "international with 00 and groups",
  "with the trunk prefix in brackets",
  "as a tel: link",
  "as a WhatsApp link",
] as const;

interface Sample {
  readonly regionCode: string;
  readonly e164: string;
  /** The number as people write it. No brackets where the region has no trunk prefix 0. */
  readonly texts: Readonly<Record<(typeof forms)[number], string | undefined>>;
}

/** Google's example numbers of every region, mobile and fixed. Tristan da Cunha has no mobile one. */
const samples: readonly Sample[] = supportedRegions().flatMap(({ regionCode }) =>
  [Type.MOBILE, Type.FIXED_LINE].flatMap((type) => {
    const number = util.getExampleNumberForType(regionCode, type);
    return number ? [sampleOf(regionCode, number)] : [];
  }),
);

function sampleOf(regionCode: string, number: ExampleNumber): Sample {
  const e164 = util.format(number, Format.E164);
  const international = util.format(number, Format.INTERNATIONAL);
  const trunkPrefix = util.getNddPrefixForRegion(regionCode, true);
  return {
    regionCode,
    e164,
    texts: {
      "national with the trunk prefix": util.format(number, Format.NATIONAL),
      "national in digits only": util.getNationalSignificantNumber(number),
      international,
      "international in digits only": e164,
      "international with 00": e164.replace("+", "00"),
      "international with 00 and groups": international.replace("+", "00 "),
      "as a tel: link": util.format(number, Format.RFC3966),
      "as a WhatsApp link": `https://wa.me/${e164.slice(1)}`,
      "with the trunk prefix in brackets": trunkPrefix === "0" ? international.replace(" ", " (0) ") : undefined,
    },
  };
}

/** The number that the server gets, or the name of the failure. */
function sent({ phone, regionCode }: PhoneText): string {
  const number = parsePhoneNumber(phone, regionCode);
  if (number.ok) return wholeNumber(number.value);
  return number.error.kind === "phone-invalid" ? number.error.reason : `is ${number.error.callingCode} a calling code?`;
}

function typeInto(before: PhoneText, text: string, whole: boolean): PhoneText {
  const typed = before.phone + text;
  return editPhone({ before, typed, caret: typed.length, deleted: undefined, whole });
}

/** What each way to enter the text sends: pasted, typed and sent with Enter, typed and left. */
function sentAfter(text: string, regionCode: string): Record<"pasted" | "typed" | "left", string> {
  const empty = { regionCode, phone: "" };
  const typed = [...text].reduce((form, key) => typeInto(form, key, false), empty);
  return { pasted: sent(typeInto(empty, text, true)), typed: sent(typed), left: sent(splitPhone(typed)) };
}

function all(number: string) {
  return { pasted: number, typed: number, left: number };
}

test("all 245 regions have an example number", () => {
  expect(new Set(samples.map(({ regionCode }) => regionCode)).size).toBe(245);
});

test.each(forms)("each region's numbers, %s, are one number, typed key by key and pasted", (form) => {
  for (const { regionCode, e164, texts } of samples) {
    const text = texts[form];
    if (text === undefined) continue;
    expect({ regionCode, text, ...sentAfter(text, regionCode) }).toEqual({ regionCode, text, ...all(e164) });
  }
});

test("an international number is the same one whatever country is chosen", () => {
  for (const { regionCode, e164, texts } of samples) {
    for (const chosen of ["CO", "US", "KR"]) {
      const text = texts.international ?? "";
      expect({ regionCode, chosen, text, ...sentAfter(text, chosen) }).toEqual({
        regionCode,
        chosen,
        text,
        ...all(e164),
      });
    }
  }
});

test("each region's own international prefix reaches other countries, unless two numbers start with these digits", () => {
  const refused: string[] = [];
  for (const { regionCode } of supportedRegions()) {
    for (const called of ["CO", "ES", "US", "RU"]) {
      if (util.getCountryCodeForRegion(called) === util.getCountryCodeForRegion(regionCode)) continue;
      const number = util.getExampleNumberForType(called, Type.MOBILE);
      if (!number) throw new Error(`Google has no mobile number of ${called}.`);
      const text = util.formatOutOfCountryCallingNumber(number, regionCode);
      const after = sentAfter(text, regionCode);
      expect(after).toEqual(all(after.pasted));
      if (after.pasted.startsWith("is ")) refused.push(`${regionCode} ${text}: ${after.pasted}`);
      else
        expect({ regionCode, text, sent: after.pasted }).toEqual({
          regionCode,
          text,
          sent: util.format(number, Format.E164),
        });
    }
  }
  expect(refused).toEqual([
    // 001 20… calls Egypt, 00 1 20… the United States.
    "HK 00 1 201-555-0123: is 1 a calling code?",
    // 009 7 9… calls Russia, 00 979… an international premium number.
    "NG 009 7 912 345-67-89: is 979 a calling code?",
  ]);
});

test("a calling code without plus is read in its own region, unless two numbers start with these digits", () => {
  const others: string[] = [];
  for (const { regionCode, e164 } of samples) {
    const text = e164.slice(1);
    const after = sentAfter(text, regionCode);
    expect(after).toEqual(all(after.pasted));
    if (after.pasted !== e164) others.push(`${regionCode} ${text}: ${after.pasted}`);
  }
  expect(others).toEqual([
    "DE 4915123456789: is 49 a calling code?",
    "ID 62812345678: is 62 a calling code?",
    "ID 62218350123: is 62 a calling code?",
    "SE 468123456: is 46 a calling code?",
    "XK 38343201234: is 383 a calling code?",
    "XK 38328012345: is 383 a calling code?",
    // libphonenumber-js does not know the number +263 1312345.
    "ZW 2631312345: +2632631312345",
  ]);
});

test("another country's calling code without plus is not taken for a number of the chosen country", () => {
  const others: string[] = [];
  for (const { regionCode, e164 } of samples) {
    const callingCode = util.getCountryCodeForRegion(regionCode);
    const after = sentAfter(e164.slice(1), "CO");
    expect(after).toEqual(all(after.pasted));
    if (callingCode === 57 || after.pasted === `is ${callingCode} a calling code?`) continue;
    others.push(`${e164}: ${after.pasted}`);
  }
  // Ten digits, of which the first is a Colombian mobile number. Neither library knows who has the other.
  expect(others).toEqual(["+3212345678: +573212345678", "+2631312345: +572631312345"]);
});
