import { statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import "./electron-store-in-node.ts";
import type { JsonFile } from "../../../main/storage/json-file.ts";
import { PreferencesStore } from "../../../main/storage/preferences-store.ts";
import { StorageFolder } from "./storage-folder.ts";

type Colours = { schemaVersion: number; front?: string | undefined; back?: string | undefined };

const colour = v.fallback(v.optional(v.string()), undefined);
const file: JsonFile<Colours> = {
  name: "colours",
  schema: v.looseObject({ schemaVersion: v.number(), front: colour, back: colour }),
  empty: { schemaVersion: 1 },
};

function open(folder: StorageFolder): PreferencesStore<Colours> {
  return new PreferencesStore(folder.path, file, 0);
}

test("writes no file before the first change", async () => {
  const folder = new StorageFolder();
  expect(open(folder)).toMatchObject({ content: file.empty, problem: undefined });
  expect(folder.names()).toEqual([]);
});

test("writes its fields for its owner alone, as earlier versions do", async () => {
  const folder = new StorageFolder();
  await open(folder).change({ front: "red" });
  expect(folder.read("colours.json")).toBe('{\n\t"schemaVersion": 1,\n\t"front": "red"\n}');
  expect(statSync(join(folder.path, "colours.json")).mode & 0o777).toBe(0o600);
  expect(folder.names()).toEqual(["colours.json"]);
  expect(open(folder).content).toEqual({ schemaVersion: 1, front: "red" });
});

test("keeps the fields that do not change, those of a newer version too, and removes an undefined one", async () => {
  const folder = new StorageFolder();
  folder.write("colours.json", { schemaVersion: 2, front: "red", back: "blue", contrast: { high: true } });
  await open(folder).change({ front: "green", back: undefined });
  expect(JSON.parse(folder.read("colours.json"))).toEqual({
    schemaVersion: 2,
    front: "green",
    contrast: { high: true },
  });
});

test("keeps a field that was edited by hand after the start", async () => {
  const folder = new StorageFolder();
  const store = open(folder);
  folder.write("colours.json", { schemaVersion: 1, back: "blue" });
  await store.change({ front: "red" });
  expect(store.content).toEqual({ schemaVersion: 1, front: "red", back: "blue" });
});

test("stays as it was when the disk refuses, and stores the next change", async () => {
  const folder = new StorageFolder();
  const store = open(folder);
  await store.change({ front: "red" });
  const allow = folder.refuse("colours.json");
  await expect(store.change({ front: "green" })).rejects.toThrow();
  expect(store.content).toEqual({ schemaVersion: 1, front: "red" });
  allow();
  await store.change({ front: "green" });
  expect(open(folder).content).toEqual({ schemaVersion: 1, front: "green" });
});

test("changes a file that an editor saved with a byte order mark", async () => {
  const folder = new StorageFolder();
  folder.write("colours.json", '\uFEFF{"schemaVersion":1,"back":"blue"}');
  await open(folder).change({ front: "red" });
  expect(open(folder).content).toEqual({ schemaVersion: 1, front: "red", back: "blue" });
});

test.each(["garbage", '{"schemaVersion":"1"}'])(
  "refuses a change while the file is damaged, sets it aside, and stores the next one: %s",
  async (damaged) => {
    const folder = new StorageFolder();
    const store = open(folder);
    await store.change({ back: "blue" });
    folder.write("colours.json", damaged);
    await expect(store.change({ front: "red" })).rejects.toThrow(SyntaxError);
    const [aside = ""] = folder.names();
    expect(aside).toMatch(/^colours\.set-aside-/);
    expect(folder.read(aside)).toBe(damaged);
    await store.change({ front: "red" });
    expect(open(folder).content).toEqual({ schemaVersion: 1, front: "red" });
  },
);

test("stays empty, says why and refuses changes where no folder can be", async () => {
  const folder = new StorageFolder();
  folder.write("a file", "");
  const store = new PreferencesStore(join(folder.path, "a file"), file, 0);
  expect([store.content, store.problem]).toEqual([file.empty, "unreachable"]);
  await expect(store.change({ front: "red" })).rejects.toThrow();
  expect(store.content).toEqual(file.empty);
});
