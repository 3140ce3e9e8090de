import { chmodSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import type { FoundFile, JsonFile } from "../../../main/storage/json-file.ts";
import { openJsonFile, removeSetAside } from "../../../main/storage/open-json-file.ts";
import { StorageFolder } from "./storage-folder.ts";

type Notes = { schemaVersion: 1; notes: Record<string, string> };

const file: JsonFile<Notes> = {
  name: "notes",
  schema: v.object({ schemaVersion: v.literal(1), notes: v.record(v.string(), v.string()) }),
  empty: { schemaVersion: 1, notes: {} },
};
const kept: Notes = { schemaVersion: 1, notes: { "https://a.example": "one" } };
const aside = "notes.set-aside-2026-11-21T12-30-00.000Z.json";

function open(folder: StorageFolder): FoundFile<Notes> {
  return openJsonFile(folder.path, file, Date.UTC(2026, 10, 21, 12, 30));
}

test("reads a whole file and leaves it as it is", () => {
  const folder = new StorageFolder();
  folder.write("notes.json", kept);
  expect(open(folder)).toEqual({ kind: "whole", content: kept });
  expect(folder.read("notes.json")).toBe(JSON.stringify(kept));
  expect(folder.names()).toEqual(["notes.json"]);
});

test("reads a file that an editor saved with a byte order mark", () => {
  const folder = new StorageFolder();
  folder.write("notes.json", `\uFEFF${JSON.stringify(kept)}`);
  expect(open(folder)).toEqual({ kind: "whole", content: kept });
  expect(folder.names()).toEqual(["notes.json"]);
});

test("finds nothing in an empty folder and makes nothing there", () => {
  const folder = new StorageFolder();
  expect(open(folder)).toEqual({ kind: "missing" });
  expect(folder.names()).toEqual([]);
});

test("reports a file as unreachable when its folder is a file", () => {
  const folder = new StorageFolder();
  folder.write("a file", "");
  expect(openJsonFile(join(folder.path, "a file"), file, 0)).toEqual({ kind: "unreachable" });
});

describe("sets a file aside", () => {
  test.each([
    ["damaged", ""],
    ["damaged", '{"schemaVersion":1,"notes":{"http'],
    ["damaged", '{"schemaVersion":1,"notes":[1]}'],
    ["damaged", '{"schemaVersion":0,"notes":{}}'],
    ["damaged", "null"],
    ["newer", '{"schemaVersion":2,"notes":"elsewhere"}'],
  ])("that is %s, with its content: %s", (kind, content) => {
    const folder = new StorageFolder();
    folder.write("notes.json", content);
    expect(open(folder)).toEqual({ kind });
    expect(folder.names()).toEqual([aside]);
    expect(folder.read(aside)).toBe(content);
  });

  test("that is a folder", () => {
    const folder = new StorageFolder();
    mkdirSync(join(folder.path, "notes.json"));
    expect(open(folder)).toEqual({ kind: "damaged" });
    expect(folder.names()).toEqual([aside]);
  });

  test("without replacing one that was set aside in the same millisecond", () => {
    const folder = new StorageFolder();
    for (const content of ["first", "second"]) {
      folder.write("notes.json", content);
      open(folder);
    }
    expect(folder.names().map((name) => folder.read(name))).toEqual(["second", "first"]);
  });
});

test("deletes set-aside files of this name only", () => {
  const folder = new StorageFolder();
  folder.write("notes.json", "garbage");
  folder.write("others.set-aside-1.json", "not ours");
  open(folder);
  removeSetAside(folder.path, file);
  expect(folder.names()).toEqual(["others.set-aside-1.json"]);
});

test("deletes drafts that killed processes left, and no other file", () => {
  const folder = new StorageFolder();
  folder.write("notes.json", kept);
  const drafts = ["notes.json.tmp-4194305", "notes.json.tmp-1764316800a1b2c3", "notes.json.tmp-lock"];
  for (const name of [...drafts, "notes.json.old", "others.json.tmp-1"]) folder.write(name, "a ciphertext");
  open(folder);
  expect(folder.names()).toEqual(["notes.json", "notes.json.old", "others.json.tmp-1"]);
});

describe("permissions", () => {
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

  test("that others widened are taken away from the file and its folder", () => {
    const folder = new StorageFolder();
    folder.write("notes.json", kept);
    chmodSync(join(folder.path, "notes.json"), 0o666);
    chmodSync(folder.path, 0o777);
    open(folder);
    expect([modeOf(join(folder.path, "notes.json")), modeOf(folder.path)]).toEqual(["600", "755"]);
  });

  test("of a folder behind a link and of a folder that many users share stay as they are", () => {
    const [folder, shared] = [new StorageFolder(), new StorageFolder()];
    chmodSync(shared.path, 0o1777);
    symlinkSync(shared.path, join(folder.path, "profile"));
    openJsonFile(join(folder.path, "profile"), file, 0);
    openJsonFile(shared.path, file, 0);
    expect(statSync(shared.path).mode & 0o7777).toBe(0o1777);
  });
});
