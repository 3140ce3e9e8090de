import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { failureText } from "../../texts/failure-texts.ts";
import { textsFor } from "../../texts/index.ts";
import { faultMeanings } from "../fixtures/fault-meanings.ts";
import { failureCauses, warningCauses } from "./error-causes.ts";
import { errorsPage } from "./errors-page.ts";
import { sampleFailures } from "./texts/failure-samples.ts";

const project = join(import.meta.dirname, "../..");

test("docs/errors.md is up to date", async () => {
  await expect(errorsPage()).toMatchFileSnapshot(join(project, "docs/errors.md"));
});

test("docs/errors.md has every kind of failure, and every reason for an unreachable server or an invalid number", () => {
  const kinds = new Set(
    [...Object.values(faultMeanings), ...failureCauses.map(({ failure }) => failure)].map((f) => f.kind),
  );
  expect([...kinds].sort()).toEqual([...new Set(sampleFailures.map(({ kind }) => kind))].sort());
  const withReason = sampleFailures.filter(({ kind }) => kind === "unreachable" || kind === "phone-invalid");
  for (const failure of withReason) expect(errorsPage()).toContain(failureText(textsFor("en").failures, failure));
});

test.each([...failureCauses, ...warningCauses])("$shownBy.file has the test “$shownBy.title”", ({ shownBy }) => {
  expect(readFileSync(join(project, shownBy.file), "utf8")).toContain(shownBy.title);
});
