import { describe, expect, it } from "vitest";
import { countriesByName } from "../../renderer/countries.ts";

describe("countriesByName", () => {
  it("names each country in the language, with its calling code", () => {
    expect(countriesByName("en")).toContainEqual({ regionCode: "ES", label: "Spain (+34)" });
    expect(countriesByName("es")).toContainEqual({ regionCode: "ES", label: "España (+34)" });
  });

  it("orders them as the language does", () => {
    const regions = countriesByName("es").map(({ regionCode }) => regionCode);
    // Accents do not move a name to the end: México before Mónaco before Mozambique.
    expect(regions.filter((code) => ["MZ", "MC", "MX"].includes(code))).toEqual(["MX", "MC", "MZ"]);
    expect(regions.indexOf("DE")).toBeLessThan(regions.indexOf("AR"));
  });

  it("leaves no country without a name", () => {
    for (const { regionCode, label } of countriesByName("en")) expect(label.startsWith(`${regionCode} (`)).toBe(false);
  });
});
