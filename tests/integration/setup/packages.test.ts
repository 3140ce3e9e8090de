import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packagesAreCurrent } from "../../../scripts/setup/packages.mjs";

const LOCK = {
  "": { version: "0.1.0" },
  "node_modules/plain": { version: "1.0.0", integrity: "sha512-plain" },
  "node_modules/for-here": { version: "2.0.0", integrity: "sha512-here", optional: true },
  "node_modules/for-elsewhere": { version: "2.0.0", integrity: "sha512-elsewhere", optional: true },
};
const INSTALLED = {
  "node_modules/plain": LOCK["node_modules/plain"],
  "node_modules/for-here": LOCK["node_modules/for-here"],
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "setup-packages-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function install(packages: Record<string, object>) {
  write("package-lock.json", JSON.stringify({ packages: LOCK }));
  write("node_modules/.package-lock.json", JSON.stringify({ packages }));
  for (const path of Object.keys(packages)) write(`${path}/package.json`, "{}");
}

test("what npm ci leaves is current, packages for other platforms left out", () => {
  install(INSTALLED);
  expect(packagesAreCurrent(folder)).toBe(true);
});

test("a fresh clone is not", () => {
  write("package-lock.json", JSON.stringify({ packages: LOCK }));
  expect(packagesAreCurrent(folder)).toBe(false);
});

test("an interrupted npm ci is not: npm writes its hidden lock last", () => {
  install(INSTALLED);
  rmSync(join(folder, "node_modules/.package-lock.json"));
  expect(packagesAreCurrent(folder)).toBe(false);
});

test("a hidden lock that was cut is not", () => {
  install(INSTALLED);
  write("node_modules/.package-lock.json", '{ "packages": { "node_mod');
  expect(packagesAreCurrent(folder)).toBe(false);
});

test.each([
  ["a missing package", { "node_modules/for-here": LOCK["node_modules/for-here"] }],
  ["another version", { ...INSTALLED, "node_modules/plain": { version: "1.0.1", integrity: "sha512-plain" } }],
  ["other content", { ...INSTALLED, "node_modules/plain": { version: "1.0.0", integrity: "sha512-other" } }],
  ["another version of an optional one", { ...INSTALLED, "node_modules/for-here": { version: "2.0.1" } }],
  ["a package too many", { ...INSTALLED, "node_modules/left-over": { version: "1.0.0" } }],
])("%s is not", (_, packages) => {
  install(packages);
  expect(packagesAreCurrent(folder)).toBe(false);
});

test("a package whose folder was removed by hand is not", () => {
  install(INSTALLED);
  rmSync(join(folder, "node_modules/plain"), { recursive: true });
  expect(packagesAreCurrent(folder)).toBe(false);
});
