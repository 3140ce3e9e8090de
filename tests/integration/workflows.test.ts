import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectFolder } from "../../scripts/project-folder.mjs";
import { runQuietly } from "../../scripts/setup/run-quietly.mjs";

const workflow = join(projectFolder, ".github/workflows/build.yml");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verifik-tray-workflows-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

// In its own process, because the linter's files need a loader on Node 20.
function lint() {
  const program = join(projectFolder, "scripts/lint-workflows.ts");
  return runQuietly(process.execPath, ["--import", import.meta.resolve("tsx"), program, folder]);
}

describe("the workflow", { timeout: 60_000 }, () => {
  test("is valid for GitHub's parser", async () => {
    copyFileSync(workflow, join(folder, "build.yml"));
    const { ok, output } = await lint();
    expect(output).toBe("");
    expect(ok).toBe(true);
  });

  test.each([
    ["a job that is not there", "needs: build", "needs: biuld"],
    ["a context that is not there", "github.ref_name", "gihtub.ref_name"],
    ["a permission that is not there", "attestations: write", "attestation: write"],
    ["a key that is not there", "timeout-minutes: 20", "timeout: 20"],
    ["an action by its tag", "@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2", "@v4"],
  ])("an error is found: %s", async (_, right, wrong) => {
    const text = readFileSync(workflow, "utf8");
    expect(text).toContain(right);
    writeFileSync(join(folder, "build.yml"), text.replace(right, wrong));
    expect((await lint()).ok).toBe(false);
  });
});
