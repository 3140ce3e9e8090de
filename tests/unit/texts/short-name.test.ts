import { expect, test } from "vitest";
import { textsFor } from "../../../texts/index.ts";
import { shortName } from "../../../texts/short-name.ts";

test.each([
  ["VERIFIK_TOKEN", "VERIFIK_TOKEN"],
  ["A".repeat(24), "A".repeat(24)],
  ["A".repeat(64), `${"A".repeat(16)}…${"A".repeat(7)}`],
  ["MY_COMPANY_VERIFIK_ACCESS_TOKEN", "MY_COMPANY_VERIF…S_TOKEN"],
])("%s is shortened to %s", (name, shown) => {
  expect(shortName(name)).toBe(shown);
  expect(textsFor("en").envLine(name)).toBe(`.env line (${shown})`);
  expect(textsFor("es").envLine(name)).toBe(`Línea .env (${shown})`);
});
