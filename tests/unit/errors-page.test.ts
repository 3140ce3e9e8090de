import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failureText } from "../../texts/failure-texts.ts";
import { textsFor } from "../../texts/index.ts";
import { faultMeanings } from "../fixtures/fault-meanings.ts";
import { errorsPage } from "./errors-page.ts";
import { desktopTroubles } from "./texts/desktop-troubles.ts";
import { sampleFailures } from "./texts/failure-samples.ts";
import { otherTroubles } from "./texts/other-troubles.ts";

const project = join(import.meta.dirname, "../..");

test("docs/errors.md is up to date", async () => {
  await expect(errorsPage()).toMatchFileSnapshot(join(project, "docs/errors.md"));
});

test("the page has every kind of failure", () => {
  const kinds = new Set(
    [...Object.values(faultMeanings), ...otherTroubles.map(({ failure }) => failure)].map((f) => f.kind),
  );
  expect([...kinds].sort()).toEqual([...new Set(sampleFailures.map(({ kind }) => kind))].sort());
  const unreachable = sampleFailures.filter(({ kind }) => kind === "unreachable" || kind === "phone-invalid");
  for (const failure of unreachable) expect(errorsPage()).toContain(failureText(textsFor("en").failures, failure));
});

test.each([...otherTroubles, ...desktopTroubles])(
  "$shownBy.file has the quoted test: $shownBy.title",
  ({ shownBy }) => {
    expect(readFileSync(join(project, shownBy.file), "utf8")).toContain(shownBy.title);
  },
);
