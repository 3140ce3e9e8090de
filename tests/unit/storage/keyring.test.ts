import { beforeEach, describe, expect, test, vi } from "vitest";

/** Stands for Electron, because not every machine can run one that has the asynchronous calls. */
const electron = vi.hoisted(() => ({ safeStorage: {} as Record<string, unknown> }));
vi.mock("electron", () => electron);

const { createKeyring } = await import("../../../main/storage/keyring.ts");

const opened = { open: async () => true };
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

describe.runIf(process.platform === "linux")("with Electron's asynchronous calls", () => {
  test("makes no synchronous call", async () => {
    const sync = synchronous();
    const async = asynchronous();
    electron.safeStorage = { ...sync, ...async };
    const keyring = createKeyring(opened);
    expect(await keyring.encrypt("token", true)).toEqual(protectedText);
    expect(await keyring.decrypt(protectedText, true)).toEqual({ ok: true, value: "token" });
    for (const call of [sync.isEncryptionAvailable, sync.encryptString, sync.decryptString]) {
      expect(call).not.toHaveBeenCalled();
    }
    for (const call of Object.values(async)) expect(call).toHaveBeenCalled();
  });

  test("a person who cancels the keyring's question after a login is not asked again for the phone number", async () => {
    const async = { ...asynchronous(), isAsyncEncryptionAvailable: vi.fn(async () => false) };
    electron.safeStorage = { ...synchronous(), ...async };
    const opener = { open: vi.fn(opened.open) };
    const keyring = createKeyring(opener);
    const stored = [keyring.encrypt("token", true), keyring.encrypt("number", true)];
    expect(await Promise.all(stored)).toEqual([undefined, undefined]);
    expect(opener.open).toHaveBeenCalledTimes(1);
    expect(async.isAsyncEncryptionAvailable).toHaveBeenCalledTimes(1);
  });

  test("waits for a keyring that never answers, without decrypting", async () => {
    const async = asynchronous();
    async.isAsyncEncryptionAvailable.mockReturnValue(new Promise(() => {}));
    electron.safeStorage = { ...synchronous(), ...async };
    const decrypted = vi.fn();
    void createKeyring(opened).decrypt(protectedText, true).then(decrypted);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(decrypted).not.toHaveBeenCalled();
    expect(async.decryptStringAsync).not.toHaveBeenCalled();
  });
});

describe.runIf(process.platform === "linux")(
  "with Electron's synchronous calls, which wait for a password in the main process",
  () => {
    test("calls Electron only once the keyring is open", async () => {
      const sync = synchronous();
      electron.safeStorage = sync;
      let open = (_isOpen: boolean) => {};
      const opener = {
        open: () =>
          new Promise<boolean>((resolve) => {
            open = resolve;
          }),
      };
      const keyring = createKeyring(opener);
      const refused = keyring.decrypt(protectedText, true);
      open(false);
      expect(await refused).toEqual({ ok: false, error: "unavailable" });
      const decrypted = keyring.decrypt(protectedText, true);
      await vi.advanceTimersByTimeAsync(60_000);
      for (const call of [sync.isEncryptionAvailable, sync.decryptString]) expect(call).not.toHaveBeenCalled();
      open(true);
      expect(await decrypted).toEqual({ ok: true, value: "token" });
    });

    test("keeps using an open keyring after an earlier call has found it closed", async () => {
      electron.safeStorage = synchronous();
      const answers: ((isOpen: boolean) => void)[] = [];
      const keyring = createKeyring({ open: () => new Promise((resolve) => answers.push(resolve)) });
      const early = keyring.decrypt(protectedText, false);
      const asked = keyring.decrypt(protectedText, true);
      answers[1]?.(true);
      await asked;
      answers[0]?.(false);
      for (const decrypted of [early, keyring.decrypt(protectedText, false)]) {
        expect(await decrypted).toEqual({ ok: true, value: "token" });
      }
      expect(answers).toHaveLength(2);
    });

    test("does not look at the keyring again once Chromium has its key", async () => {
      electron.safeStorage = synchronous();
      const opener = { open: vi.fn(async () => true) };
      const keyring = createKeyring(opener);
      await keyring.encrypt("token", true);
      await keyring.encrypt("token", true);
      expect(opener.open).toHaveBeenCalledTimes(1);
    });
  },
);

describe.runIf(process.platform === "linux")("returns no unprotected ciphertext and no wrong token", () => {
  test.each([
    ["there is no keyring", { getSelectedStorageBackend: () => "basic_text" }, undefined, "unavailable"],
    ["the keyring is locked", { isAsyncEncryptionAvailable: async () => false }, undefined, "unavailable"],
    [
      "the keyring fails",
      { isAsyncEncryptionAvailable: () => Promise.reject(new Error("no service")) },
      undefined,
      "unavailable",
    ],
    [
      "Chromium used the key in its source code",
      { encryptStringAsync: async () => Buffer.from("v10ciphertext") },
      undefined,
      "token",
    ],
    [
      "the keyring has another key",
      { decryptStringAsync: () => Promise.reject(new Error("bad decrypt")) },
      protectedText,
      "undecryptable",
    ],
    [
      "another key decrypts to some text",
      { decryptStringAsync: async () => ({ result: "\u0003\ufffd x" }) },
      protectedText,
      "undecryptable",
    ],
  ])("when %s", async (_when, calls, ciphertext, text) => {
    electron.safeStorage = { ...synchronous(), ...asynchronous(), ...calls };
    const keyring = createKeyring(opened);
    expect(await keyring.encrypt("token", true)).toEqual(ciphertext);
    const decrypted = await keyring.decrypt(protectedText, true);
    expect(decrypted.ok ? decrypted.value : decrypted.error).toBe(text);
  });
});
