import { describe, expect, test } from "vitest";
import type { PhoneNumber } from "../../../domain/phone/phone-number.ts";
import { FakeKeyring } from "../../fixtures/fake-keyring.ts";
import { notedLines } from "../../unit/log/noted-lines.ts";
import { keptToken, origin, startStorage } from "./start-storage.ts";
import { StorageFolder } from "./storage-folder.ts";

const colombian: PhoneNumber = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" };
const italian: PhoneNumber = { regionCode: "IT", countryCallingCode: "39", nationalNumber: "0612345678" };

async function folderWith(phone: PhoneNumber): Promise<StorageFolder> {
  const folder = new StorageFolder();
  await startStorage(folder).memory.remember(phone);
  return folder;
}

describe("the number memory", () => {
  test("returns the number at the next start, stores it encrypted, and keeps it from other APIs", async () => {
    const folder = await folderWith(italian);
    expect(folder.read("token.json")).not.toMatch(/0612345678|345678|"IT"/);
    expect(await startStorage(folder).memory.load()).toEqual(italian);
    expect(await startStorage(folder, undefined, "https://other.example").memory.load()).toBeUndefined();
  });

  test("replaces the number by the next one", async () => {
    const folder = await folderWith(italian);
    const { memory } = startStorage(folder);
    await memory.remember(colombian);
    expect(await memory.load()).toEqual(colombian);
    expect(await startStorage(folder).memory.load()).toEqual(colombian);
  });

  test("forgets the number of its own API only", async () => {
    const folder = await folderWith(colombian);
    const other = startStorage(folder, undefined, "https://other.example").memory;
    await other.remember(italian);
    const { memory } = startStorage(folder);
    expect(await memory.load()).toEqual(colombian);
    expect(memory.forget()).toEqual({ ok: true, value: undefined });
    expect(await memory.load()).toBeUndefined();
    expect(Object.keys(startStorage(folder).store.content.numbers)).toEqual(["https://other.example"]);
  });

  test("forgets nothing successfully where nothing is stored and the disk refuses", async () => {
    const folder = new StorageFolder();
    const { memory } = startStorage(folder);
    expect(await memory.load()).toBeUndefined();
    folder.refuse("token.json");
    expect(memory.forget().ok).toBe(true);
  });
});

describe("a number that cannot be decrypted", () => {
  test.each([
    ["made by another keyring", new FakeKeyring("kwallet")],
    ["made with another key", new FakeKeyring("gnome_libsecret", 0x11)],
  ])("stays in the file and is not returned: %s", async (_why, keyring) => {
    const folder = await folderWith(colombian);
    const content = folder.read("token.json");
    expect(await startStorage(folder, keyring).memory.load()).toBeUndefined();
    expect(folder.read("token.json")).toBe(content);
  });

  test("is returned when the keyring is back", async () => {
    const folder = await folderWith(colombian);
    const { memory, keyring } = startStorage(folder);
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
  ])("is not returned when its decrypted form is wrong: %s", async (text) => {
    const folder = new StorageFolder();
    const { store, keyring, memory } = startStorage(folder);
    const ciphertext = (await keyring.encrypt(text))?.toString("base64") ?? "";
    store.change((content) => ({ ...content, numbers: { [origin]: { ciphertext, keyring: keyring.name } } }));
    expect(await memory.load()).toBeUndefined();
  });
});

describe("without keyring or disk", () => {
  test("stores nothing without a keyring", async () => {
    const folder = new StorageFolder();
    const { memory, keyring } = startStorage(folder);
    keyring.available = false;
    await memory.remember(colombian);
    expect(folder.names()).toEqual([]);
  });

  test("stores nothing when the disk refuses, and logs the error's code alone", async () => {
    const folder = new StorageFolder();
    const { memory } = startStorage(folder);
    folder.refuse("token.json");
    const noted = notedLines();
    await memory.remember(colombian);
    expect(noted).toEqual([expect.stringMatching(/^warn number-not-stored error=E[A-Z]+$/)]);
    expect(await memory.load()).toBeUndefined();
  });

  test("reports a number that could not be deleted, and deletes it on the next try", async () => {
    const folder = await folderWith(colombian);
    const { memory } = startStorage(folder);
    const allow = folder.refuse("token.json");
    expect(memory.forget()).toEqual({ ok: false, error: { kind: "number-not-forgotten" } });
    expect(await memory.load()).toEqual(colombian);
    allow();
    expect(memory.forget().ok).toBe(true);
    expect(await startStorage(folder).memory.load()).toBeUndefined();
  });
});

describe("while the keyring is slow", () => {
  test("does not store a number that was forgotten meanwhile", async () => {
    const folder = new StorageFolder();
    const { memory, keyring } = startStorage(folder);
    keyring.slow = true;
    const remembering = memory.remember(colombian);
    memory.forget();
    keyring.answer();
    await remembering;
    expect(folder.names()).toEqual([]);
  });

  test("keeps the number of the later login, even when it is encrypted first", async () => {
    const { memory, keyring } = startStorage(new StorageFolder());
    keyring.slow = true;
    const first = memory.remember(colombian);
    keyring.slow = false;
    await memory.remember(italian);
    keyring.answer();
    await first;
    expect(await memory.load()).toEqual(italian);
  });
});

test("storing and removing the token keeps the number, and the reverse", async () => {
  const folder = new StorageFolder();
  const { vault, memory } = startStorage(folder);
  const token = keptToken("token");
  await Promise.all([vault.keep(token), memory.remember(colombian)]);
  vault.update({ ...token, rejected: true });
  const next = startStorage(folder);
  expect(await next.vault.load()).toMatchObject({ token: { rejected: true } });
  expect(await next.memory.load()).toEqual(colombian);

  vault.remove();
  expect(await startStorage(folder).memory.load()).toEqual(colombian);
  await vault.keep(token);
  memory.forget();
  const last = startStorage(folder);
  expect(last.store.content.tokens).toHaveProperty([origin]);
  expect(last.store.content.numbers).toEqual({});
});
