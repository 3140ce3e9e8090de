import { describe, expect, test } from "vitest";
import "./electron-store-in-node.ts";
import type { KeptToken } from "../../../domain/ports.ts";
import { Secret } from "../../../domain/secret.ts";
import { TokenStore } from "../../../main/storage/token-store.ts";
import { createTokenVault } from "../../../main/storage/token-vault.ts";
import { FakeKeyring } from "../../fixtures/fake-keyring.ts";
import { notedLines } from "../../unit/log/noted-lines.ts";
import { StorageFolder } from "./storage-folder.ts";

const origin = "https://api.example";

function token(bearerToken: string, obtainedAtMs = 1_000): KeptToken {
  return {
    bearerToken: new Secret(bearerToken),
    obtainedAtMs,
    expiresAtMs: 9_000,
    expiryEstimated: false,
    maskedPhone: "+57 ••••••••67",
    remindersDone: [],
    rejected: false,
  };
}

/** One start of the app on this folder. */
function start(folder: StorageFolder, keyring = new FakeKeyring(), apiOrigin = origin) {
  const store = new TokenStore(folder.path, 0);
  return { store, keyring, vault: createTokenVault(store, keyring, apiOrigin) };
}

/** What the next start finds. */
async function found(folder: StorageFolder, keyring?: FakeKeyring): Promise<string> {
  const loaded = await start(folder, keyring).vault.load();
  return loaded.kind === "token" ? loaded.token.bearerToken.reveal() : loaded.kind;
}

async function folderWith(bearerToken: string): Promise<StorageFolder> {
  const folder = new StorageFolder();
  await start(folder).vault.keep(token(bearerToken));
  return folder;
}

describe("a kept token", () => {
  test("is there at the next start, encrypted, and with no other API", async () => {
    const folder = await folderWith("first");
    expect(folder.read("token.json")).not.toContain("first");
    expect(await start(folder).vault.load()).toEqual({ kind: "token", token: token("first") });
    expect(await found(folder)).toBe("first");
    expect(await start(folder, undefined, "https://other.example").vault.load()).toEqual({ kind: "absent" });
  });

  test("makes way for the next one, as often as that is tried, and nothing is kept aside", async () => {
    const folder = await folderWith("first");
    const { vault, store } = start(folder);
    await vault.load();
    const second = token("second", 2_000);
    expect([await vault.keep(second), await vault.keep(second)]).toEqual(["keyring", "keyring"]);
    expect(store.content.keptAside).toEqual([]);
    expect(await found(folder)).toBe("second");
  });

  test("is noted what became of, and only of the one that is kept", async () => {
    const folder = await folderWith("first");
    const { vault } = start(folder);
    vault.update({ ...token("first"), rejected: true });
    expect((await start(folder).vault.load()) as unknown).toMatchObject({ token: { rejected: false } });
    await vault.load();
    vault.update({ ...token("another", 2_000), rejected: true });
    vault.update({ ...token("first"), remindersDone: ["14-days"] });
    expect((await start(folder).vault.load()) as unknown).toMatchObject({
      token: { rejected: false, remindersDone: ["14-days"] },
    });
  });
});

describe("a token that cannot be kept", () => {
  test.each([
    ["memory-without-keyring", "no keyring"],
    ["memory-after-write-failure", "no disk"],
  ] as const)("leaves the present one as it was: %s", async (place, missing) => {
    const folder = await folderWith("first");
    const { vault, keyring, store } = start(folder);
    await vault.load();
    keyring.available = missing !== "no keyring";
    const content = folder.read("token.json");
    const allow = missing === "no disk" ? folder.refuse("token.json") : undefined;
    expect(await vault.keep(token("second", 2_000))).toBe(place);
    // What befell the one in memory is not said of the stored one.
    vault.update({ ...token("second", 2_000), rejected: true });
    allow?.();
    if (allow) folder.write("token.json", content);
    expect(folder.read("token.json")).toBe(content);

    vault.update({ ...token("first"), remindersDone: ["7-days"] });
    expect((await start(folder).vault.load()) as unknown).toMatchObject({
      token: { rejected: false, remindersDone: ["7-days"] },
    });
    keyring.available = true;
    expect(await vault.keep(token("second", 2_000))).toBe("keyring");
    expect(store.content.keptAside).toEqual([]);
    expect(await found(folder)).toBe("second");
  });

  test("does not make an unreadable one less worth keeping", async () => {
    const folder = await folderWith("first");
    const { vault, keyring } = start(folder, new FakeKeyring("gnome_libsecret", 0x11));
    expect(await vault.load()).toMatchObject({ kind: "unreadable" });
    keyring.available = false;
    await vault.keep(token("second"));
    keyring.available = true;
    expect(await vault.keep(token("second"))).toBe("keyring");
    expect(start(folder).store.content.keptAside).toHaveLength(1);
  });
});

describe("a token that cannot be read", () => {
  test.each([
    ["other-key", new FakeKeyring("gnome_libsecret", 0x11), { reason: "other-key" }],
    [
      "other-keyring",
      new FakeKeyring("kwallet", 0x11),
      { reason: "other-keyring", encryptedBy: "GNOME Keyring", present: "KWallet" },
    ],
  ])("is kept aside by the next one, once, however often that is stored: %s", async (_reason, keyring, why) => {
    const folder = await folderWith("first");
    const before = start(folder).store.content.tokens[origin];
    const { vault, store } = start(folder, keyring);
    expect(await vault.load()).toEqual({ kind: "unreadable", why, expiresAtMs: 9_000 });
    vault.update({ ...token("first"), rejected: true });
    expect(store.content.tokens[origin]).toEqual(before);
    await vault.keep(token("second"));
    await vault.keep(token("second"));
    vault.update({ ...token("second"), rejected: true });
    expect(start(folder).store.content.keptAside).toEqual([{ ...before, apiOrigin: origin }]);
    expect(await found(folder, keyring)).toBe("second");
  });

  test("without a keyring is there again with it", async () => {
    const folder = await folderWith("first");
    const keyring = new FakeKeyring("basic_text");
    keyring.available = false;
    const { vault } = start(folder, keyring);
    expect(await vault.load()).toEqual({ kind: "unreadable", why: { reason: "no-keyring" }, expiresAtMs: 9_000 });
    expect(await vault.keep(token("second"))).toBe("memory-without-keyring");
    expect(await found(folder)).toBe("first");
  });

  test("yet, because the keyring takes its time, is kept aside too, and the newer one is then known", async () => {
    const folder = await folderWith("first");
    const { vault, keyring, store } = start(folder);
    keyring.slow = true;
    const loading = vault.load();
    keyring.slow = false;
    await vault.keep(token("second", 2_000));
    keyring.answer();
    await loading;
    expect(store.content.keptAside).toHaveLength(1);
    await vault.keep(token("third", 3_000));
    expect(store.content.keptAside).toHaveLength(1);
    expect(await found(folder)).toBe("third");
  });
});

describe("removing", () => {
  test("deletes the token, what was kept aside for the same API and files that were set aside", async () => {
    const folder = new StorageFolder();
    folder.write("token.json", "garbage");
    await start(folder).vault.keep(token("first"));
    await start(folder, undefined, "https://other.example").vault.keep(token("other"));
    const { vault, store } = start(folder, new FakeKeyring("kwallet"));
    await vault.keep(token("second"));
    expect(store.content.keptAside).toHaveLength(1);
    expect(vault.remove().ok).toBe(true);
    expect(folder.names()).toEqual(["token.json"]);
    expect(store.content.keptAside).toEqual([]);
    expect(Object.keys(store.content.tokens)).toEqual(["https://other.example"]);
    expect(await found(folder)).toBe("absent");
  });

  test("says when the disk refuses; the token is still known then, and can be removed or replaced later", async () => {
    const folder = await folderWith("first");
    const { vault, store } = start(folder);
    await vault.load();
    const allow = folder.refuse("token.json");
    expect(vault.remove()).toEqual({ ok: false, error: { kind: "token-not-removed" } });
    allow();
    await vault.keep(token("second", 2_000));
    expect(store.content.keptAside).toEqual([]);
    expect(vault.remove().ok).toBe(true);
    expect(await found(folder)).toBe("absent");
  });
});

test("what cannot be noted is said by the error's code alone", async () => {
  const folder = await folderWith("first");
  const { vault } = start(folder);
  await vault.load();
  folder.refuse("token.json");
  const noted = notedLines();
  vault.update({ ...token("first"), rejected: true });
  expect(noted).toEqual([expect.stringMatching(/^warn token-not-noted error=E[A-Z]+$/)]);
});
