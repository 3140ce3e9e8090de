import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fallbackFolder, findFallback, installFallback, updateDefaultApp } from "../../../scripts/runtime/fallback.mjs";
import { makeUpArchive } from "./runtime-made-up-archive.ts";

let folder: string;
let cache: string;
let made: ReturnType<typeof makeUpArchive>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runtime-fallback-"));
  cache = join(folder, "cache");
  made = makeUpArchive(join(folder, "registry"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Hands out a copy of the made-up tarball, after `spoil` had its way with it. */
function archive(spoil: (tarball: string) => void = () => {}) {
  return {
    integrity: made.integrity,
    fetch: async (into: string) => {
      const tarball = join(into, "fetched.tgz");
      cpSync(made.tarball, tarball);
      spoil(tarball);
      return tarball;
    },
  };
}

test("the archive becomes a plain Electron and nothing else is left", async () => {
  const binary = await installFallback(cache, archive());
  expect(findFallback(cache)).toBe(binary);
  expect(statSync(binary).mode & 0o111).not.toBe(0);
  expect(readdirSync(cache)).toEqual(["electron-33.2.1"]);
  expect(readdirSync(fallbackFolder(cache), { recursive: true }).sort()).toEqual([
    "electron",
    "locales",
    "locales/es.pak",
    "resources",
    "resources/default_app.asar",
    "resources/default_app.asar/main.mjs",
    "resources/default_app.asar/package.json",
    "version",
  ]);
});

test("the fuses are set for a runtime without the vendor's snapshot that Playwright can drive", async () => {
  const binary = readFileSync(await installFallback(cache, archive()), "latin1");
  // Run as Node on, inspect arguments on, the browser's own snapshot off; the others as they came.
  expect(binary).toContain("\u0001\u000810111101 end");
});

test.each([
  ["cut", (tarball: string) => truncateSync(tarball, statSync(tarball).size - 1)],
  [
    "tampered",
    (tarball: string) =>
      writeFileSync(
        tarball,
        readFileSync(tarball).map((byte, at) => (at === 20 ? ~byte : byte)),
      ),
  ],
])("a %s tarball is refused and leaves nothing", async (_, spoil) => {
  await expect(installFallback(cache, archive(spoil))).rejects.toThrow("not the expected one");
  expect(findFallback(cache)).toBeUndefined();
  expect(readdirSync(cache)).toEqual([]);
});

test("a failed fetch leaves nothing and the next try succeeds", async () => {
  const cutOff = async (into: string) => {
    writeFileSync(join(into, "half"), "half");
    throw new Error("ECONNRESET");
  };
  await expect(installFallback(cache, { ...archive(), fetch: cutOff })).rejects.toMatchObject({
    kind: "fallback-failed",
  });
  expect(readdirSync(cache)).toEqual([]);
  await installFallback(cache, archive());
  expect(findFallback(cache)).toBeDefined();
});

test("one that an older clone installed gets the present default app without a new download", async () => {
  await installFallback(cache, archive());
  const defaultApp = join(fallbackFolder(cache), "resources/default_app.asar");
  const present = readFileSync(join(defaultApp, "package.json"), "utf8");
  rmSync(join(defaultApp, "main.mjs"));
  writeFileSync(join(defaultApp, "main.cjs"), "");
  writeFileSync(join(defaultApp, "package.json"), '{ "main": "main.cjs" }');
  updateDefaultApp(fallbackFolder(cache));
  expect(readFileSync(join(defaultApp, "package.json"), "utf8")).toBe(present);
  expect(readFileSync(join(defaultApp, "main.mjs"), "utf8")).toContain("await import(");
  expect(readdirSync(defaultApp).sort()).toEqual(["main.cjs", "main.mjs", "package.json"]);
});

test("two clones at once both get it", async () => {
  const binaries = await Promise.all([installFallback(cache, archive()), installFallback(cache, archive())]);
  expect(new Set(binaries).size).toBe(1);
  expect(readdirSync(cache)).toEqual(["electron-33.2.1"]);
});

test("one that lost a part is replaced", async () => {
  rmSync(join(await installFallback(cache, archive()), "..", "version"));
  expect(findFallback(cache)).toBeUndefined();
  await installFallback(cache, archive());
  expect(findFallback(cache)).toBeDefined();
  expect(readdirSync(cache)).toEqual(["electron-33.2.1"]);
});

test("the work folder of a process that was killed goes, that of a living one stays", async () => {
  const killed = spawn(process.execPath, ["--eval", ""]);
  await once(killed, "exit");
  const ofKilled = join(cache, `electron-33.2.1.work-${hostname()}-${killed.pid}-abcdef`);
  const ofLiving = join(cache, `electron-33.2.1.work-${hostname()}-${process.ppid}-abcdef`);
  mkdirSync(ofKilled, { recursive: true });
  mkdirSync(ofLiving);
  await installFallback(cache, archive());
  expect(existsSync(ofKilled)).toBe(false);
  expect(existsSync(ofLiving)).toBe(true);
});

test("ended by a signal it leaves nothing, and ends by that signal", async () => {
  const script = `
    import { installFallback } from ${JSON.stringify(new URL("../../../scripts/runtime/fallback.mjs", import.meta.url).href)};
    setInterval(() => {}, 1000);
    await installFallback(${JSON.stringify(cache)}, { integrity: "", fetch: () => new Promise(() => console.log("fetching")) });
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  expect(readdirSync(cache)).toHaveLength(1);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
  expect(readdirSync(cache)).toEqual([]);
});
