import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TokenFile } from "../../../main/storage/token-file.ts";
import { TokenStore } from "../../../main/storage/token-store.ts";
import { StorageFolder } from "./storage-folder.ts";

const empty: TokenFile = { schemaVersion: 1, tokens: {}, keptAside: [], numbers: {} };
const kept: TokenFile = {
  schemaVersion: 1,
  tokens: {
    "https://api.example": {
      ciphertext: "djExYWJj",
      keyring: "gnome_libsecret",
      obtainedAtMs: 1,
      expiresAtMs: 2,
      expiryEstimated: false,
      maskedPhone: "+57 ••••••••67",
      rejected: false,
      remindersDone: ["7-days"],
    },
  },
  keptAside: [],
  numbers: {},
};

/** token.json as every version with this schema writes it. */
const keptText = `{
	"schemaVersion": 1,
	"tokens": {
		"https://api.example": {
			"ciphertext": "djExYWJj",
			"keyring": "gnome_libsecret",
			"obtainedAtMs": 1,
			"expiresAtMs": 2,
			"expiryEstimated": false,
			"maskedPhone": "+57 ••••••••67",
			"rejected": false,
			"remindersDone": [
				"7-days"
			]
		}
	},
	"keptAside": [],
	"numbers": {}
}`;

function open(folder: StorageFolder): TokenStore {
  return new TokenStore(folder.path, 0);
}

test("writes token.json as earlier versions do, and reads theirs", () => {
  const folder = new StorageFolder();
  open(folder).change(() => kept);
  expect(folder.read("token.json")).toBe(keptText);
  expect(open(folder)).toMatchObject({ content: kept, problem: undefined });
});

test("writes a file for its owner alone and leaves nothing beside it", () => {
  const folder = new StorageFolder();
  const store = open(folder);
  store.change(() => kept);
  store.change((content) => ({ ...content, tokens: {} }));
  expect(statSync(join(folder.path, "token.json")).mode & 0o777).toBe(0o600);
  expect(folder.names()).toEqual(["token.json"]);
});

test("writes nothing when the content stays the same", () => {
  const folder = new StorageFolder();
  open(folder).change((content) => content);
  expect(folder.names()).toEqual([]);
});

test("changes the file that is there, not the one it read at the start", () => {
  const folder = new StorageFolder();
  const store = open(folder);
  folder.write("token.json", keptText);
  store.change((content) => ({ ...content, numbers: { a: { ciphertext: "djEx", keyring: "kwallet" } } }));
  expect(store.content.tokens).toEqual(kept.tokens);
});

test("sets a file aside that was damaged after the start", () => {
  const folder = new StorageFolder();
  const store = open(folder);
  folder.write("token.json", `${keptText}garbage`);
  store.change(() => kept);
  const [aside = ""] = folder.names().filter((name) => name.startsWith("token.set-aside-"));
  expect(folder.read(aside)).toBe(`${keptText}garbage`);
  expect(open(folder).content).toEqual(kept);
});

test("keeps the old content, on the disk and in memory, when the disk refuses", () => {
  const folder = new StorageFolder();
  const store = open(folder);
  store.change(() => kept);
  // A folder where the draft belongs.
  const draft = join(folder.path, `token.json.tmp-${process.pid}`);
  mkdirSync(draft);
  expect(() => store.change(() => empty)).toThrow("EISDIR");
  expect(store.content).toEqual(kept);
  expect(folder.read("token.json")).toBe(keptText);
});

test("leaves no draft when the rename is refused, and stores the next change when it is not", () => {
  const folder = new StorageFolder();
  const store = open(folder);
  store.change(() => kept);
  const allow = folder.refuse("token.json");
  expect(() => store.change(() => empty)).toThrow();
  expect([store.content, folder.names()]).toEqual([kept, ["token.json"]]);
  allow();
  store.change(() => empty);
  expect(open(folder).content).toEqual(empty);
});

test("stays empty, says why and refuses changes where no folder can be", () => {
  const folder = new StorageFolder();
  folder.write("a file", "");
  const store = new TokenStore(join(folder.path, "a file"), 0);
  expect([store.content, store.problem]).toEqual([empty, "unreachable"]);
  expect(() => store.change(() => kept)).toThrow();
  expect(store.content).toEqual(empty);
});
