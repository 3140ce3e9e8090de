import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetchOfficial, findOfficial } from "../../../scripts/runtime/official.mjs";

let electronPackage: string;

beforeEach(() => {
  electronPackage = mkdtempSync(join(tmpdir(), "runtime-official-"));
  writeFileSync(join(electronPackage, "package.json"), JSON.stringify({ version: "45.0.0" }));
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  return () => spy.mockRestore();
});
afterEach(() => rmSync(electronPackage, { recursive: true }));

test("the package's own installer fetches the binary", async () => {
  writeFileSync(
    join(electronPackage, "install.js"),
    `const { mkdirSync, writeFileSync } = require("node:fs");
     process.chdir(__dirname);
     mkdirSync("dist");
     for (const [file, content] of [["dist/electron", ""], ["dist/version", "v45.0.0"], ["path.txt", "electron"]]) {
       writeFileSync(file, content);
     }`,
  );
  expect(findOfficial(electronPackage, "linux")).toBeUndefined();
  expect(await fetchOfficial(electronPackage)).toEqual({ ok: true });
  expect(findOfficial(electronPackage, "linux")).toBe(join(electronPackage, "dist", "electron"));
});

test("reports the reason of a failed download in one line", async () => {
  writeFileSync(
    join(electronPackage, "install.js"),
    `console.error("TypeError: fetch failed\\n    at somewhere"); process.exit(1);`,
  );
  expect(await fetchOfficial(electronPackage)).toEqual({ ok: false, detail: "TypeError: fetch failed" });
});
