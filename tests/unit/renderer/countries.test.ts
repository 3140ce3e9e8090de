import { describe, expect, it, test } from "vitest";
import { countriesByName, countryName, findCountries, matchedPart } from "../../../renderer/countries/countries.ts";
import type { Language } from "../../../texts/index.ts";

function found(language: Language, typed: string): string[] {
  return findCountries(countriesByName(language), typed).map(({ regionCode }) => regionCode);
}

describe("countriesByName", () => {
  it("names each country in the language and adds its calling code", () => {
    const spain = { regionCode: "ES", countryCallingCode: "34" };
    const [en, es] = [countriesByName("en"), countriesByName("es")];
    expect(en).toContainEqual(expect.objectContaining({ ...spain, name: "Spain" }));
    expect(es).toContainEqual(expect.objectContaining({ ...spain, name: "España" }));
  });

  it("orders the countries alphabetically", () => {
    const regions = countriesByName("es").map(({ regionCode }) => regionCode);
    // Accents do not change the order: México, Mónaco, Mozambique.
    expect(regions.filter((code) => ["MZ", "MC", "MX"].includes(code))).toEqual(["MX", "MC", "MZ"]);
    expect(regions.indexOf("DE")).toBeLessThan(regions.indexOf("AR"));
  });

  it("names a single country as the list does", () => {
    for (const language of ["en", "es"] as const) {
      for (const { regionCode, name } of countriesByName(language))
        expect(countryName(regionCode, language)).toBe(name);
    }
  });

  it("has a name for every country", () => {
    for (const { regionCode, name } of countriesByName("en")) expect(name).not.toBe(regionCode);
  });
});

describe("findCountries", () => {
  test.each([
    ["es", "méx", ["MX"]],
    ["es", "MEX", ["MX"]],
    ["es", "  espana ", ["ES"]],
    ["en", "cote d'iv", ["CI"]],
    ["en", "ivoire", ["CI"]],
    ["en", "Colombia (+57)", ["CO"]],
    ["en", "Colombia (+5", ["CO"]],
    ["en", "uk", ["GB", "UA"]],
    ["es", "ee.uu", ["US", "VI"]],
    ["en", "57", ["CO"]],
    ["en", "+57", ["CO"]],
    ["en", "0057", ["CO"]],
    ["en", "٥٧", ["CO"]],
    ["en", "38", ["UA", "ME", "XK", "HR", "SI", "BA", "MK", "RS"]],
    ["en", "zzz", []],
    ["en", "😀", []],
    ["en", "()", []],
    ["en", "999", []],
    ["en", "+57 300", []],
  ] as const)("in %s, %j finds %j", (language, typed, expected) => {
    expect(new Set(found(language, typed))).toEqual(new Set(expected));
  });

  it("ranks an ISO code first, then starts of names, starts of words, and other matches", () => {
    const regions = found("en", "co");
    expect(regions.slice(0, 3)).toEqual(["CO", "CC", "KM"]);
    expect(regions.indexOf("CR")).toBeLessThan(regions.indexOf("MX"));
    expect(found("en", "is")[0]).toBe("IS");
    expect(found("en", "guinea")).toEqual(["GN", "GW", "GQ", "PG"]);
  });

  it("ranks a whole calling code before longer ones, and finds all countries that share it", () => {
    expect(found("en", "7")).toEqual(["RU", "KZ"]);
    expect(found("en", "1")).toContain("PR");
    expect(found("en", "44").slice(0, 4)).toEqual(["GB", "GG", "IM", "JE"]);
  });

  test.each([
    ["1", "US"],
    ["+1", "US"],
    ["7", "RU"],
    ["39", "IT"],
    ["44", "GB"],
    ["47", "NO"],
    ["61", "AU"],
    ["212", "MA"],
    ["262", "RE"],
    ["358", "FI"],
    ["590", "GP"],
    ["599", "CW"],
  ])("ranks the main country of +%s first: %s", (callingCode, regionCode) => {
    expect(found("en", callingCode)[0]).toBe(regionCode);
    expect(found("es", callingCode)[0]).toBe(regionCode);
  });

  test.each([
    ["USA", "US"],
    ["EEUU", "US"],
    ["EE. UU.", "US"],
    ["ee.uu.", "US"],
    ["uk", "GB"],
    ["England", "GB"],
    ["Inglaterra", "GB"],
    ["Great Britain", "GB"],
    ["gran bretana", "GB"],
    ["Holland", "NL"],
    ["Holanda", "NL"],
    ["Ivory Coast", "CI"],
    ["Costa de Marfil", "CI"],
  ])("for %j, ranks %s first in both languages", (typed, regionCode) => {
    expect(found("en", typed)[0]).toBe(regionCode);
    expect(found("es", typed)[0]).toBe(regionCode);
  });

  it("finds every country by name with calling code, ISO code and calling code in both languages", () => {
    for (const language of ["en", "es"] as const) {
      const all = countriesByName(language);
      const found = (typed: string) => findCountries(all, typed).map(({ regionCode }) => regionCode);
      for (const { regionCode, countryCallingCode, name } of all) {
        expect(found(`${name} (+${countryCallingCode})`)[0]).toBe(regionCode);
        expect(found(regionCode)[0]).toBe(regionCode);
        expect(found(`+${countryCallingCode}`)).toContain(regionCode);
      }
    }
  });

  it("finds all countries for a space or a plus", () => {
    const all = countriesByName("en");
    expect(findCountries(all, " ")).toEqual(all);
    expect(findCountries(all, "+")).toEqual(all);
  });
});

describe("matchedPart", () => {
  test.each([
    ["Guatemala", "gu", "Gu"],
    ["Papua New Guinea", "GUI", "Gui"],
    ["Côte d’Ivoire", "cote d iv", "Côte d’Iv"],
    ["Åland Islands", "a", "Å"],
    ["España", "espan", "Españ"],
    // Found by its calling code, its ISO code or another name.
    ["Colombia", "57", undefined],
    ["United Kingdom", "uk", undefined],
    ["Colombia", "", undefined],
    ["Colombia", "lomb", undefined],
  ] as const)("of %j, %j marks %j", (name, typed, marked) => {
    const part = matchedPart(name, typed);
    expect(part && name.slice(part.start, part.end)).toBe(marked);
  });
});
