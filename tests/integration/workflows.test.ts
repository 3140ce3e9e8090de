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

const mistakes = [
  ["job", "needs: build", "needs: biuld"],
  ["context", "github.ref_name", "gihtub.ref_name"],
  ["permission", "attestations: write", "attestation: write"],
  ["key", "timeout-minutes: 20", "timeout: 20"],
  ["action", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7"],
] as const;

describe("the workflow", { timeout: 120_000 }, () => {
  test("is valid for GitHub's parser", async () => {
    copyFileSync(workflow, join(folder, "build.yml"));
    const { ok, output } = await lint();
    expect(output).toBe("");
    expect(ok).toBe(true);
  });

  test("errors are found: a job, a context, a permission and a key that are not there, and an action by its tag", async () => {
    const text = readFileSync(workflow, "utf8");
    for (const [name, right, wrong] of mistakes) {
      expect(text).toContain(right);
      writeFileSync(join(folder, `${name}.yml`), text.replace(right, wrong));
    }
    const { ok, output } = await lint();
    expect(ok).toBe(false);
    const found = new Set(output.split("\n").map((line) => /^(\w+)\.yml:\d+: /.exec(line)?.[1]));
    for (const [name] of mistakes) expect(found).toContain(name);
  });
});
