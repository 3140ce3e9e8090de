import { describe, expect, test } from "vitest";
import "./electron-store-in-node.ts";
import type { PhoneNumber } from "../../../domain/phone/phone-number.ts";
import { Secret } from "../../../domain/secret.ts";
import { createNumberMemory } from "../../../main/storage/number-memory.ts";
import { TokenStore } from "../../../main/storage/token-store.ts";
import { createTokenVault } from "../../../main/storage/token-vault.ts";
import { FakeKeyring } from "../../fixtures/fake-keyring.ts";
import { notedLines } from "../../unit/log/noted-lines.ts";
import { StorageFolder } from "./storage-folder.ts";

const origin = "https://api.example";
const colombian: PhoneNumber = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" };
const italian: PhoneNumber = { regionCode: "IT", countryCallingCode: "39", nationalNumber: "0612345678" };

/** One start of the app on this folder. */
function start(folder: StorageFolder, keyring = new FakeKeyring(), apiOrigin = origin) {
  const store = new TokenStore(folder.path, 0);
  return { store, keyring, memory: createNumberMemory(store, keyring, apiOrigin) };
}

async function folderWith(phone: PhoneNumber): Promise<StorageFolder> {
  const folder = new StorageFolder();
  await start(folder).memory.remember(phone);
  return folder;
}

describe("a remembered number", () => {
  test("is there at the next start, digit by digit, encrypted, and with no other API", async () => {
    const folder = await folderWith(italian);
    expect(folder.read("token.json")).not.toMatch(/0612345678|345678|"IT"/);
    expect(await start(folder).memory.load()).toEqual(italian);
    expect(await start(folder, undefined, "https://other.example").memory.load()).toBeUndefined();
  });

  test("makes way for the next one", async () => {
    const folder = await folderWith(italian);
    const { memory } = start(folder);
    await memory.remember(colombian);
    expect(await memory.load()).toEqual(colombian);
    expect(await start(folder).memory.load()).toEqual(colombian);
  });

  test("is forgotten when that is asked for, and no other API's", async () => {
    const folder = await folderWith(colombian);
    const other = start(folder, undefined, "https://other.example").memory;
    await other.remember(italian);
    const { memory } = start(folder);
    expect(await memory.load()).toEqual(colombian);
    expect(memory.forget()).toEqual({ ok: true, value: undefined });
    expect(await memory.load()).toBeUndefined();
    expect(Object.keys(start(folder).store.content.numbers)).toEqual(["https://other.example"]);
  });

  test("is none where none was kept, and forgetting it needs no disk", async () => {
    const folder = new StorageFolder();
    const { memory } = start(folder);
    expect(await memory.load()).toBeUndefined();
    folder.refuse("token.json");
    expect(memory.forget().ok).toBe(true);
  });
});

describe("a number that cannot be read", () => {
  test.each([
    ["made by another keyring", new FakeKeyring("kwallet")],
    ["made with another key", new FakeKeyring("gnome_libsecret", 0x11)],
  ])("is left alone and answers nothing: %s", async (_why, keyring) => {
    const folder = await folderWith(colombian);
    const content = folder.read("token.json");
    expect(await start(folder, keyring).memory.load()).toBeUndefined();
    expect(folder.read("token.json")).toBe(content);
  });

  test("is there again with the keyring", async () => {
    const folder = await folderWith(colombian);
    const { memory, keyring } = start(folder);
    keyring.available = false;
    expect(await memory.load()).toBeUndefined();
    keyring.available = true;
    expect(await memory.load()).toEqual(colombian);
  });

  test.each([
    "eyJhbGciOiJIUzI1NiJ9",
    "null",
    '"3001234567"',
    '{"regionCode":"CO","countryCallingCode":"57"}',
    '{"regionCode":"co","countryCallingCode":"57","nationalNumber":"3001234567"}',
    '{"regionCode":"CO","countryCallingCode":"+57","nationalNumber":"3001234567"}',
    '{"regionCode":"CO","countryCallingCode":"57","nationalNumber":""}',
    '{"regionCode":"CO","countryCallingCode":"57","nationalNumber":3001234567}',
  ])("answers nothing when what was encrypted is odd: %s", async (text) => {
    const folder = new StorageFolder();
    const { store, keyring, memory } = start(folder);
    const ciphertext = (await keyring.encrypt(text))?.toString("base64") ?? "";
    store.change((content) => ({ ...content, numbers: { [origin]: { ciphertext, keyring: keyring.name } } }));
    expect(await memory.load()).toBeUndefined();
  });
});

describe("what this computer cannot do", () => {
  test("keeps nothing without a keyring", async () => {
    const folder = new StorageFolder();
    const { memory, keyring } = start(folder);
    keyring.available = false;
    await memory.remember(colombian);
    expect(folder.names()).toEqual([]);
  });

  test("keeps nothing where the disk refuses, and says so by the error's code alone", async () => {
    const folder = new StorageFolder();
    const { memory } = start(folder);
    folder.refuse("token.json");
    const noted = notedLines();
    await memory.remember(colombian);
    expect(noted).toEqual([expect.stringMatching(/^warn number-not-stored error=E[A-Z]+$/)]);
    expect(await memory.load()).toBeUndefined();
  });

  test("says when a number could not be deleted, which can then be asked for again", async () => {
    const folder = await folderWith(colombian);
    const { memory } = start(folder);
    const allow = folder.refuse("token.json");
    expect(memory.forget()).toEqual({ ok: false, error: { kind: "number-not-forgotten" } });
    expect(await memory.load()).toEqual(colombian);
    allow();
    expect(memory.forget().ok).toBe(true);
    expect(await start(folder).memory.load()).toBeUndefined();
  });
});

describe("while the keyring takes its time", () => {
  test("a number that is to be forgotten is not written afterwards", async () => {
    const folder = new StorageFolder();
    const { memory, keyring } = start(folder);
    keyring.slow = true;
    const remembering = memory.remember(colombian);
    memory.forget();
    keyring.answer();
    await remembering;
    expect(folder.names()).toEqual([]);
  });

  test("the number of the later login holds, whichever is encrypted first", async () => {
    const { memory, keyring } = start(new StorageFolder());
    keyring.slow = true;
    const first = memory.remember(colombian);
    keyring.slow = false;
    await memory.remember(italian);
    keyring.answer();
    await first;
    expect(await memory.load()).toEqual(italian);
  });
});

test("token and number share a file, and neither is lost by the other", async () => {
  const folder = new StorageFolder();
  const { store, keyring, memory } = start(folder);
  const vault = createTokenVault(store, keyring, origin);
  const token = {
    bearerToken: new Secret("token"),
    obtainedAtMs: 1,
    expiresAtMs: 2,
    expiryEstimated: false,
    maskedPhone: "+57 ••••••••67",
    remindersDone: [],
    rejected: false,
  };
  await Promise.all([vault.keep(token), memory.remember(colombian)]);
  vault.update({ ...token, rejected: true });
  const next = start(folder);
  expect(await createTokenVault(next.store, next.keyring, origin).load()).toMatchObject({ token: { rejected: true } });
  expect(await next.memory.load()).toEqual(colombian);

  vault.remove();
  expect(await start(folder).memory.load()).toEqual(colombian);
  await vault.keep(token);
  memory.forget();
  const last = start(folder);
  expect(last.store.content.tokens).toHaveProperty([origin]);
  expect(last.store.content.numbers).toEqual({});
});
