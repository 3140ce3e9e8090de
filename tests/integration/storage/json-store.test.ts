import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import "./electron-store-in-node.ts";
import type { JsonFile } from "../../../main/storage/json-file.ts";
import { JsonStore } from "../../../main/storage/json-store.ts";
import { StorageFolder } from "./storage-folder.ts";

type Notes = { schemaVersion: 1; notes: Record<string, string> };

const file: JsonFile<Notes> = {
  name: "notes",
  schema: v.object({ schemaVersion: v.literal(1), notes: v.record(v.string(), v.string()) }),
  empty: { schemaVersion: 1, notes: {} },
};
const kept: Notes = { schemaVersion: 1, notes: { "https://a.example": "one" } };
const nowMs = Date.UTC(2026, 10, 21, 12, 30);

function open(folder: StorageFolder): JsonStore<Notes> {
  return new JsonStore(folder.path, file, nowMs);
}

describe("a file that is there", () => {
  test("is read, also by the next start after it was written", () => {
    const folder = new StorageFolder();
    const first = open(folder);
    expect([first.content, first.problem]).toEqual([file.empty, undefined]);
    first.change(() => kept);
    expect(first.content).toBe(kept);
    const second = open(folder);
    expect([second.content, second.problem]).toEqual([kept, undefined]);
  });

  test("is its owner's alone, and written without leaving anything beside it", () => {
    const folder = new StorageFolder();
    open(folder).change(() => kept);
    expect(statSync(join(folder.path, "notes.json")).mode & 0o777).toBe(0o600);
    expect(folder.names()).toEqual(["notes.json"]);
  });

  test("is left as it is until something is written", () => {
    const folder = new StorageFolder();
    folder.write("notes.json", kept);
    open(folder);
    expect(folder.read("notes.json")).toBe(JSON.stringify(kept));
  });
});

describe("a file that cannot be read", () => {
  const aside = "notes.set-aside-2026-11-21T12-30-00.000Z.json";

  test.each([
    ["damaged", ""],
    ["damaged", '{"schemaVersion":1,"notes":{"http'],
    ["damaged", '{"schemaVersion":1,"notes":[1]}'],
    ["damaged", '{"schemaVersion":0,"notes":{}}'],
    ["damaged", "null"],
    ["newer", '{"schemaVersion":2,"notes":"elsewhere"}'],
  ])("is called %s and set aside as it is: %s", (problem, content) => {
    const folder = new StorageFolder();
    folder.write("notes.json", content);
    const store = open(folder);
    expect([store.content, store.problem]).toEqual([file.empty, problem]);
    expect(folder.names()).toEqual([aside]);
    expect(folder.read(aside)).toBe(content);
    store.change(() => kept);
    expect(open(folder).content).toEqual(kept);
  });

  test("is deleted only when that is asked for, and nobody else's with it", () => {
    const folder = new StorageFolder();
    folder.write("notes.json", "garbage");
    folder.write("others.set-aside-1.json", "not ours");
    const store = open(folder);
    store.change(() => kept);
    store.removeSetAside();
    expect(folder.names()).toEqual(["notes.json", "others.set-aside-1.json"]);
  });

  test("may be a folder", () => {
    const folder = new StorageFolder();
    mkdirSync(join(folder.path, "notes.json"));
    const store = open(folder);
    expect(store.problem).toBe("damaged");
    store.change(() => kept);
    expect(open(folder).content).toEqual(kept);
  });
});

test("a disk that refuses leaves what was there, in the file's place and in memory", () => {
  const folder = new StorageFolder();
  const store = open(folder);
  store.change(() => kept);
  const allow = folder.refuse("notes.json");
  expect(() => store.change(() => file.empty)).toThrow();
  expect(store.content).toBe(kept);
  expect(folder.names()).toEqual(["notes.json"]);
  allow();
  store.change(() => file.empty);
  expect(open(folder).content).toEqual(file.empty);
});

test("where no folder can be, the store stays empty, says so and refuses", () => {
  const folder = new StorageFolder();
  folder.write("a file", "");
  const store = new JsonStore(join(folder.path, "a file"), file, nowMs);
  expect([store.content, store.problem]).toEqual([file.empty, "unreachable"]);
  expect(() => store.change(() => kept)).toThrow("notes.json cannot be reached");
  expect(store.content).toEqual(file.empty);
});
