import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fallbackFolder, findFallback } from "../../../scripts/runtime/fallback.mjs";
import { assertLoopback } from "../../../scripts/runtime/loopback.mjs";
import { resolveRuntime } from "../../../scripts/runtime.mjs";

const DAY_MS = 24 * 60 * 60 * 1000;

let folder: string;
/** What was fetched, in order. */
let fetches: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runtime-"));
  fetches = [];
  put("electron/package.json", JSON.stringify({ version: "45.0.0" }));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(path: string, content = "") {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), content);
  return join(folder, path);
}

function putOfficial() {
  put("electron/dist/version", "45.0.0");
  put("electron/path.txt", "electron");
  return put("electron/dist/electron");
}

function putFallback() {
  put("cache/electron-33.2.1/version", "33.2.1");
  return put("cache/electron-33.2.1/electron");
}

function inputs({
  reachable = false,
  env = {},
  ...rest
}: { reachable?: boolean; env?: NodeJS.ProcessEnv } & object = {}) {
  return {
    env,
    platform: "linux" as const,
    arch: "x64" as const,
    cache: join(folder, "cache"),
    electronPackage: join(folder, "electron"),
    fetchOfficial: async () => {
      fetches.push("official");
      if (!reachable) return { ok: false as const, detail: "fetch failed" };
      putOfficial();
      return { ok: true as const };
    },
    installFallback: async () => {
      fetches.push("fallback");
      return putFallback();
    },
    ...rest,
  };
}

const loopback = { purpose: "loopback" } as const;
const production = { purpose: "production" } as const;

test("the one that is set goes first, whatever else is there", async () => {
  putOfficial();
  const binary = put("mine/electron");
  put("mine/version", "v46.1.0");
  const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, "mine") };
  expect(await resolveRuntime(production, inputs({ env }))).toMatchObject({
    binary,
    kind: "override",
    version: "46.1.0",
  });
});

test("a set folder without an Electron is a failure, not a reason to take another", async () => {
  putOfficial();
  const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, "nowhere") };
  await expect(resolveRuntime(loopback, inputs({ env }))).rejects.toMatchObject({ kind: "override-broken" });
  expect(fetches).toEqual([]);
});

test("the fallback does not get into production by way of the variable either", async () => {
  putFallback();
  symlinkSync(fallbackFolder(join(folder, "cache")), join(folder, "link"));
  const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, "link") };
  await expect(resolveRuntime(production, inputs({ env }))).rejects.toMatchObject({ kind: "override-broken" });
  expect(await resolveRuntime(loopback, inputs({ env }))).toMatchObject({ kind: "override" });
});

test("an official one that is there is taken without a fetch", async () => {
  const binary = putOfficial();
  expect(await resolveRuntime(loopback, inputs())).toMatchObject({ binary, kind: "official", version: "45.0.0" });
  expect(fetches).toEqual([]);
});

test.each(["path.txt", "dist/version", "dist/electron"])(
  "an official one without %s is fetched again",
  async (part) => {
    putOfficial();
    rmSync(join(folder, "electron", part));
    expect(await resolveRuntime(production, inputs({ reachable: true }))).toMatchObject({ kind: "official" });
    expect(fetches).toEqual(["official"]);
  },
);

test("an official one of another version is fetched again", async () => {
  putOfficial();
  put("electron/dist/version", "44.0.0");
  await resolveRuntime(production, inputs({ reachable: true }));
  expect(fetches).toEqual(["official"]);
});

test("out of reach, loopback gets the fallback", async () => {
  expect(await resolveRuntime(loopback, inputs())).toMatchObject({ kind: "fallback", version: "33.2.1" });
  expect(fetches).toEqual(["official", "fallback"]);
});

test("production never gets the fallback, not even one that is there", async () => {
  putFallback();
  await expect(resolveRuntime(production, inputs())).rejects.toMatchObject({ kind: "official-unavailable" });
  expect(fetches).toEqual(["official"]);
});

test.each([
  ["macOS", { platform: "darwin" }],
  ["Linux on ARM", { arch: "arm64" }],
])("there is no fallback for %s", async (_, other) => {
  await expect(resolveRuntime(loopback, inputs(other))).rejects.toMatchObject({ kind: "official-unavailable" });
  expect(fetches).toEqual(["official"]);
});

test("after a failed fetch loopback leaves the network alone for a day, production tries each time", async () => {
  await resolveRuntime(loopback, inputs());
  fetches = [];
  expect(await resolveRuntime(loopback, inputs())).toMatchObject({ kind: "fallback" });
  expect(fetches).toEqual([]);
  await expect(resolveRuntime(production, inputs())).rejects.toThrow("fetch failed");
  expect(fetches).toEqual(["official"]);
});

test.each([
  ["a day later", -DAY_MS],
  ["once the clock was set back", DAY_MS],
])("%s loopback tries again, and remembers a success", async (_, shiftMs) => {
  await resolveRuntime(loopback, inputs());
  const cache = join(folder, "cache");
  const marker = join(cache, readdirSync(cache).find((name) => name.endsWith(".unreachable")) ?? "none");
  utimesSync(marker, new Date(), new Date(Date.now() + shiftMs));
  fetches = [];
  expect(await resolveRuntime(loopback, inputs({ reachable: true }))).toMatchObject({ kind: "official" });
  expect(fetches).toEqual(["official"]);
  expect(readdirSync(cache)).toEqual(["electron-33.2.1"]);
});

test("the marker does not stand in for a fallback that is gone", async () => {
  await resolveRuntime(loopback, inputs());
  rmSync(fallbackFolder(join(folder, "cache")), { recursive: true });
  fetches = [];
  await resolveRuntime(loopback, inputs());
  expect(fetches).toEqual(["official", "fallback"]);
  expect(findFallback(join(folder, "cache"))).toBeDefined();
});

test.each(["http://127.0.0.1:8080", "http://127.9.9.9", "http://[::1]:1/", "http://localhost:3000"])(
  "%s is loopback",
  (url) => {
    expect(() => assertLoopback(url)).not.toThrow();
  },
);

test.each([
  "https://api.verifik.co",
  "http://127.0.0.1.example.com",
  "http://0.0.0.0",
  "http://192.168.0.1",
  "http://localhost.example.com",
  "http://127.0.0.1@example.com",
])("%s is not", (url) => {
  expect(() => assertLoopback(url)).toThrow("on this computer only");
});
