import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyOf } from "../../../domain/token/copied-token.ts";
import { readNotes } from "../../../main/storage/notes-file.ts";
import { createTokenNotes, NotesStore } from "../../../main/storage/token-notes.ts";
import { keptToken, origin, startStorage } from "./start-storage.ts";
import { StorageFolder } from "./storage-folder.ts";

const name = "token-notes.json";
const copied = copyOf(keptToken("a token"), 2_000);

function open(folder: StorageFolder, apiOrigin = origin) {
  return createTokenNotes(new NotesStore(folder.path, 0), apiOrigin);
}

test("the notes are there after a restart, by API, readable by their owner alone", () => {
  const folder = new StorageFolder();
  expect(open(folder).load()).toBeUndefined();
  expect(open(folder).save({ copied })).toBe(true);
  expect(open(folder).load()).toEqual({ copied });
  expect(readNotes(folder.path, origin)).toEqual({ copied });
  expect(open(folder, "https://other.example").load()).toBeUndefined();
  expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
});

test("notes without a copy differ from no notes", () => {
  const folder = new StorageFolder();
  open(folder).save({ copied: undefined });
  expect(open(folder).load()).toEqual({ copied: undefined });
});

test("the notes hold no part of the token, and token.json keeps the shape that older versions read", async () => {
  const folder = new StorageFolder();
  const { vault } = startStorage(folder);
  const token = keptToken("eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjF9.c2lnbmF0dXJl");
  await vault.keep(token);
  const before = folder.read("token.json");
  open(folder).save({ copied: copyOf(token, 2_000) });
  for (const part of token.bearerToken.reveal().split(".")) expect(folder.read(name)).not.toContain(part);
  expect(folder.read("token.json")).toBe(before);
  const { tokens, ...rest } = JSON.parse(before);
  expect(rest).toEqual({ schemaVersion: 1, keptAside: [], numbers: {} });
  expect(Object.keys(tokens[origin]).sort()).toEqual([
    ...["ciphertext", "expiresAtMs", "expiryEstimated", "keyring", "maskedPhone", "obtainedAtMs", "rejected"],
    "remindersDone",
  ]);
});

test("what the disk refuses stays in memory, and is stored once there is room", () => {
  const folder = new StorageFolder();
  const notes = open(folder);
  const makeRoom = folder.refuse(name);
  expect(notes.save({ copied })).toBe(false);
  expect(notes.load()).toEqual({ copied });
  makeRoom();
  notes.flush();
  expect(open(folder).load()).toEqual({ copied });
});

test.each(["{", { schemaVersion: 2, notes: {} }, { schemaVersion: 1, notes: { [origin]: { copied: {} } } }])(
  "a damaged or newer file is set aside: %j",
  (content) => {
    const folder = new StorageFolder();
    folder.write(name, content);
    expect(open(folder).load()).toBeUndefined();
    expect(folder.names()).toEqual([expect.stringMatching(/^token-notes\.set-aside-/)]);
  },
);
