import { describe, expect, it } from "vitest";
import { knownDateLocales, shortDate } from "../../../texts/short-date.ts";

/** Every month, and every hour of a day, in the local time of whoever runs this. */
const moments = [
  ...Array.from({ length: 12 }, (_, month) => new Date(2026, month, 5 + month, 9, 7).getTime()),
  ...Array.from({ length: 24 }, (_, hour) => new Date(2027, 10, 21, hour, 5 + hour).getTime()),
];

/** Chromium writes plain spaces before AM and PM, Node narrow ones that do not break. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}

describe("shortDate", () => {
  it.each([...knownDateLocales, "es-CL", "en-AU", "en-US-u-hc-h23"])("writes as Intl does: %s", (locale) => {
    const intl = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
    for (const moment of moments) {
      expect(plainSpaces(shortDate(moment, locale))).toBe(plainSpaces(intl.format(moment)));
    }
  });

  it("knows the locales of most of Verifik's clients by itself", () => {
    expect(knownDateLocales).toEqual(expect.arrayContaining(["en-US", "es-CO", "es-MX", "es-AR", "es-EC", "es-ES"]));
  });
});
