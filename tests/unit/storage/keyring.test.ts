import { beforeEach, describe, expect, test, vi } from "vitest";

/** Electron's, as far as it is asked: no Electron with the asynchronous calls can be run everywhere. */
const electron = vi.hoisted(() => ({ safeStorage: {} as Record<string, unknown> }));
vi.mock("electron", () => electron);

const { createKeyring: openKeyring } = await import("../../../main/storage/keyring.ts");

/** A tray that nobody reads. */
const never = new Promise<void>(() => {});
const protectedText = Buffer.from("v11ciphertext");

function synchronous() {
  return {
    getSelectedStorageBackend: vi.fn(() => "gnome_libsecret"),
    isEncryptionAvailable: vi.fn(() => true),
    encryptString: vi.fn(() => protectedText),
    decryptString: vi.fn(() => "token"),
  };
}

function asynchronous() {
  return {
    isAsyncEncryptionAvailable: vi.fn(async () => true),
    encryptStringAsync: vi.fn(async () => protectedText),
    decryptStringAsync: vi.fn(async () => ({ result: "token", shouldReEncrypt: false })),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe.runIf(process.platform === "linux")("where Electron has asynchronous calls", () => {
  test("none of the synchronous ones is made", async () => {
    const sync = synchronous();
    const async = asynchronous();
    electron.safeStorage = { ...sync, ...async };
    const keyring = openKeyring(never);
    expect(await keyring.encrypt("token")).toEqual(protectedText);
    expect(await keyring.decrypt(protectedText)).toEqual({ ok: true, value: "token" });
    for (const call of [sync.isEncryptionAvailable, sync.encryptString, sync.decryptString]) {
      expect(call).not.toHaveBeenCalled();
    }
    for (const call of Object.values(async)) expect(call).toHaveBeenCalled();
  });

  test("one that never answers holds up nothing but what waits for it", async () => {
    const async = asynchronous();
    async.isAsyncEncryptionAvailable.mockReturnValue(new Promise(() => {}));
    electron.safeStorage = { ...synchronous(), ...async };
    const answered = vi.fn();
    void openKeyring(never).decrypt(protectedText).then(answered);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answered).not.toHaveBeenCalled();
    expect(async.decryptStringAsync).not.toHaveBeenCalled();
  });
});

describe.runIf(process.platform === "linux")("where Electron has synchronous calls only", () => {
  test("what was stored is read when the tray has been read", async () => {
    const sync = synchronous();
    electron.safeStorage = sync;
    let readTray = () => {};
    const trayIsRead = new Promise<void>((resolve) => {
      readTray = resolve;
    });
    const keyring = openKeyring(trayIsRead);
    const decrypted = keyring.decrypt(protectedText);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sync.isEncryptionAvailable).not.toHaveBeenCalled();
    expect(sync.decryptString).not.toHaveBeenCalled();
    readTray();
    expect(await decrypted).toEqual({ ok: true, value: "token" });
    // From then on at once.
    expect(await keyring.decrypt(protectedText)).toEqual({ ok: true, value: "token" });
  });

  test("a login is stored at once", async () => {
    electron.safeStorage = synchronous();
    expect(await openKeyring(never).encrypt("token")).toEqual(protectedText);
  });
});

describe.runIf(process.platform === "linux")("no text is taken for protected, or for a token,", () => {
  test.each([
    ["when there is no keyring", { getSelectedStorageBackend: () => "basic_text" }, undefined, "unavailable"],
    ["when it is locked", { isAsyncEncryptionAvailable: async () => false }, undefined, "unavailable"],
    [
      "when it fails",
      { isAsyncEncryptionAvailable: () => Promise.reject(new Error("no service")) },
      undefined,
      "unavailable",
    ],
    [
      "when Chromium used the key in its source",
      { encryptStringAsync: async () => Buffer.from("v10ciphertext") },
      undefined,
      "token",
    ],
    [
      "when it has another key",
      { decryptStringAsync: () => Promise.reject(new Error("bad decrypt")) },
      protectedText,
      "undecryptable",
    ],
    [
      "when another key gives some text",
      { decryptStringAsync: async () => ({ result: "\u0003\ufffd x" }) },
      protectedText,
      "undecryptable",
    ],
  ])("%s", async (_when, calls, ciphertext, text) => {
    electron.safeStorage = { ...synchronous(), ...asynchronous(), ...calls };
    const keyring = openKeyring(Promise.resolve());
    expect(await keyring.encrypt("token")).toEqual(ciphertext);
    const decrypted = await keyring.decrypt(protectedText);
    expect(decrypted.ok ? decrypted.value : decrypted.error).toBe(text);
  });
});
