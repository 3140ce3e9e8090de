import { expect, test } from "vitest";
import { importsIn } from "./source-imports.ts";

test("every form of import is seen, and which of them are gone once compiled", () => {
  const source = [
    'import * as v from "valibot";',
    'import ky from "ky";',
    'import {\n  type One,\n  two,\n} from "../other/parts.ts";',
    'import type { Three } from "./beside.ts";',
    'import "./styles.css";',
    'export { four } from "./four.ts";',
    'export type { Five } from "../five.ts";',
    'export * from "./six.ts";',
    'application = import("./seven.ts").then(start);',
    ' * @param {import("./eight.mjs").Eight} eight',
    'const nine = require("nine");',
    "const text = 'from \"nowhere\"';",
  ].join("\n");
  const seen = importsIn(source, "main/verifik/api.ts").map(({ to, typeOnly }) => (typeOnly ? `type ${to}` : to));
  expect(seen.sort()).toEqual(
    [
      "valibot",
      "ky",
      "main/other/parts.ts",
      "type main/verifik/beside.ts",
      "main/verifik/styles.css",
      "main/verifik/four.ts",
      "type main/five.ts",
      "main/verifik/six.ts",
      "main/verifik/seven.ts",
      "type main/verifik/eight.mjs",
      "nine",
    ].sort(),
  );
});
