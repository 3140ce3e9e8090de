import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyOf } from "../../../domain/token/copied-token.ts";
import { type RenewalRecord, untried } from "../../../domain/token/renewal-record.ts";
import { readNotes } from "../../../main/storage/notes-file.ts";
import { createTokenNotes, NotesStore } from "../../../main/storage/token-notes.ts";
import { keptToken, origin, startStorage } from "./start-storage.ts";
import { StorageFolder } from "./storage-folder.ts";

const name = "token-notes.json";
const copied = copyOf(keptToken("a token"), 2_000);
const renewal: RenewalRecord = {
  ...untried(1_000, true),
  ...{ tries: 2, minted: 1, refusals: 1, triedAtMs: 3_000, nextAtMs: 4_000, failure: "refused" },
};

function open(folder: StorageFolder, apiOrigin = origin) {
  return createTokenNotes(new NotesStore(folder.path, 0), apiOrigin);
}

test("the notes are there after a restart, by API, readable by their owner alone", () => {
  const folder = new StorageFolder();
  expect(open(folder).load()).toBeUndefined();
  expect(open(folder).save({ copied, renewal })).toBe(true);
  expect(open(folder).load()).toEqual({ copied, renewal });
  expect(readNotes(folder.path, origin)).toEqual({ copied, renewal });
  expect(open(folder, "https://other.example").load()).toBeUndefined();
  expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
});

test("a token that was not tried yet is noted too", () => {
  const folder = new StorageFolder();
  open(folder).save({ copied: undefined, renewal: untried(1_000) });
  expect(open(folder).load()).toEqual({ copied: undefined, renewal: untried(1_000) });
});

test("notes without a copy differ from no notes", () => {
  const folder = new StorageFolder();
  open(folder).save({ copied: undefined, renewal: undefined });
  expect(open(folder).load()).toEqual({ copied: undefined, renewal: undefined });
});

test("the notes hold no part of the token, and token.json keeps the shape that older versions read", async () => {
  const folder = new StorageFolder();
  const { vault } = startStorage(folder);
  const token = keptToken("eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjF9.c2lnbmF0dXJl");
  await vault.keep(token);
  const before = folder.read("token.json");
  open(folder).save({ copied: copyOf(token, 2_000), renewal });
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
  expect(notes.save({ copied, renewal })).toBe(false);
  expect(notes.load()).toEqual({ copied, renewal });
  makeRoom();
  notes.flush();
  expect(open(folder).load()).toEqual({ copied, renewal });
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
