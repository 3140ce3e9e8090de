import { describe, expect, test } from "vitest";
import { FakeKeyring } from "../../fixtures/fake-keyring.ts";
import { notedLines } from "../../unit/log/noted-lines.ts";
import { keptToken, origin, startStorage } from "./start-storage.ts";
import { StorageFolder } from "./storage-folder.ts";

/** The token that the next start finds, or the reason why it finds no token. */
async function found(folder: StorageFolder, keyring?: FakeKeyring): Promise<string> {
  const loaded = await startStorage(folder, keyring).vault.load();
  return loaded.kind === "token" ? loaded.token.bearerToken.reveal() : loaded.kind;
}

async function folderWith(bearerToken: string): Promise<StorageFolder> {
  const folder = new StorageFolder();
  await startStorage(folder).vault.keep(keptToken(bearerToken));
  return folder;
}

describe("a stored token", () => {
  test("is there at the next start, encrypted in the file, and absent for another API", async () => {
    const folder = await folderWith("first");
    expect(folder.read("token.json")).not.toContain("first");
    expect(await startStorage(folder).vault.load()).toEqual({ kind: "token", token: keptToken("first") });
    expect(await found(folder)).toBe("first");
    expect(await startStorage(folder, undefined, "https://other.example").vault.load()).toEqual({ kind: "absent" });
  });

  test("is replaced by the next one, and nothing is kept aside", async () => {
    const folder = await folderWith("first");
    const { vault, store } = startStorage(folder);
    await vault.load();
    const second = keptToken("second", 2_000);
    expect([await vault.keep(second), await vault.keep(second)]).toEqual(["keyring", "keyring"]);
    expect(store.content.keptAside).toEqual([]);
    expect(await found(folder)).toBe("second");
  });

  test("is updated, and an update for another token changes nothing", async () => {
    const folder = await folderWith("first");
    const { vault } = startStorage(folder);
    vault.update({ ...keptToken("first"), rejected: true });
    expect((await startStorage(folder).vault.load()) as unknown).toMatchObject({ token: { rejected: false } });
    await vault.load();
    vault.update({ ...keptToken("another", 2_000), rejected: true });
    vault.update({ ...keptToken("first"), remindersDone: ["14-days"] });
    expect((await startStorage(folder).vault.load()) as unknown).toMatchObject({
      token: { rejected: false, remindersDone: ["14-days"] },
    });
  });
});

describe("a token that cannot be stored", () => {
  test.each([
    ["memory-without-keyring", "no keyring"],
    ["memory-after-write-failure", "no disk"],
  ] as const)("leaves the stored one as it was: %s", async (storage, missing) => {
    const folder = await folderWith("first");
    const { vault, keyring, store } = startStorage(folder);
    await vault.load();
    keyring.available = missing !== "no keyring";
    const content = folder.read("token.json");
    const allow = missing === "no disk" ? folder.refuse("token.json") : undefined;
    expect(await vault.keep(keptToken("second", 2_000))).toBe(storage);
    // An update of the token in memory does not change the stored one.
    vault.update({ ...keptToken("second", 2_000), rejected: true });
    allow?.();
    if (allow) folder.write("token.json", content);
    expect(folder.read("token.json")).toBe(content);

    vault.update({ ...keptToken("first"), remindersDone: ["7-days"] });
    expect((await startStorage(folder).vault.load()) as unknown).toMatchObject({
      token: { rejected: false, remindersDone: ["7-days"] },
    });
    keyring.available = true;
    expect(await vault.keep(keptToken("second", 2_000))).toBe("keyring");
    expect(store.content.keptAside).toEqual([]);
    expect(await found(folder)).toBe("second");
  });

  test("does not keep an unreadable one from being kept aside later", async () => {
    const folder = await folderWith("first");
    const { vault, keyring } = startStorage(folder, new FakeKeyring("gnome_libsecret", 0x11));
    expect(await vault.load()).toMatchObject({ kind: "unreadable" });
    keyring.available = false;
    await vault.keep(keptToken("second"));
    keyring.available = true;
    expect(await vault.keep(keptToken("second"))).toBe("keyring");
    expect(startStorage(folder).store.content.keptAside).toHaveLength(1);
  });
});

describe("a token that cannot be decrypted", () => {
  test.each([
    ["other-key", new FakeKeyring("gnome_libsecret", 0x11), { reason: "other-key" }],
    [
      "other-keyring",
      new FakeKeyring("kwallet", 0x11),
      { reason: "other-keyring", encryptedBy: "GNOME Keyring", present: "KWallet" },
    ],
  ])("is kept aside once when the next one is stored: %s", async (_reason, keyring, why) => {
    const folder = await folderWith("first");
    const before = startStorage(folder).store.content.tokens[origin];
    const { vault, store } = startStorage(folder, keyring);
    expect(await vault.load()).toEqual({ kind: "unreadable", why, expiresAtMs: 9_000 });
    vault.update({ ...keptToken("first"), rejected: true });
    expect(store.content.tokens[origin]).toEqual(before);
    await vault.keep(keptToken("second"));
    await vault.keep(keptToken("second"));
    vault.update({ ...keptToken("second"), rejected: true });
    expect(startStorage(folder).store.content.keptAside).toEqual([{ ...before, apiOrigin: origin }]);
    expect(await found(folder, keyring)).toBe("second");
  });

  test("is there again when the keyring is back", async () => {
    const folder = await folderWith("first");
    const keyring = new FakeKeyring("basic_text");
    keyring.available = false;
    const { vault } = startStorage(folder, keyring);
    expect(await vault.load()).toEqual({ kind: "unreadable", why: { reason: "no-keyring" }, expiresAtMs: 9_000 });
    expect(await vault.keep(keptToken("second"))).toBe("memory-without-keyring");
    expect(await found(folder)).toBe("first");
  });

  test("is read later without a second question for the keyring's password", async () => {
    const { vault, keyring } = startStorage(await folderWith("first"));
    keyring.available = false;
    expect(await vault.load()).toMatchObject({ why: { reason: "no-keyring" } });
    keyring.available = true;
    expect(await vault.load()).toMatchObject({ kind: "token" });
    expect(keyring.mayAsk).toBe(1);
  });

  test("yet, because the keyring is slow, is kept aside, and the newer one is replaced as usual", async () => {
    const folder = await folderWith("first");
    const { vault, keyring, store } = startStorage(folder);
    keyring.slow = true;
    const loading = vault.load();
    keyring.slow = false;
    await vault.keep(keptToken("second", 2_000));
    keyring.answer();
    await loading;
    expect(store.content.keptAside).toHaveLength(1);
    await vault.keep(keptToken("third", 3_000));
    expect(store.content.keptAside).toHaveLength(1);
    expect(await found(folder)).toBe("third");
  });
});

describe("removing", () => {
  test("deletes the token, tokens kept aside for the same API, and files set aside", async () => {
    const folder = new StorageFolder();
    folder.write("token.json", "garbage");
    await startStorage(folder).vault.keep(keptToken("first"));
    await startStorage(folder, undefined, "https://other.example").vault.keep(keptToken("other"));
    const { vault, store } = startStorage(folder, new FakeKeyring("kwallet"));
    await vault.keep(keptToken("second"));
    expect(store.content.keptAside).toHaveLength(1);
    expect(vault.remove().ok).toBe(true);
    expect(folder.names()).toEqual(["token.json"]);
    expect(store.content.keptAside).toEqual([]);
    expect(Object.keys(store.content.tokens)).toEqual(["https://other.example"]);
    expect(await found(folder)).toBe("absent");
  });

  test("reports a disk that refuses, and succeeds later", async () => {
    const folder = await folderWith("first");
    const { vault, store } = startStorage(folder);
    await vault.load();
    const allow = folder.refuse("token.json");
    expect(vault.remove()).toEqual({ ok: false, error: { kind: "token-not-removed" } });
    allow();
    await vault.keep(keptToken("second", 2_000));
    expect(store.content.keptAside).toEqual([]);
    expect(vault.remove().ok).toBe(true);
    expect(await found(folder)).toBe("absent");
  });
});

test("an update that the disk refuses logs the error's code alone", async () => {
  const folder = await folderWith("first");
  const { vault } = startStorage(folder);
  await vault.load();
  folder.refuse("token.json");
  const noted = notedLines();
  vault.update({ ...keptToken("first"), rejected: true });
  expect(noted).toEqual([expect.stringMatching(/^warn token-not-noted error=E[A-Z]+$/)]);
});
