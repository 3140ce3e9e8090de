import { safeStorage } from "electron";
import { err, ok, type Result } from "../../domain/result.ts";
import { noKeyring } from "./keyring-names.ts";

/** The system's keyring, as Electron offers it. */
export interface Keyring {
  /** Electron's name for it; a ciphertext is of use only with the keyring that made it. */
  readonly name: string;
  /** The ciphertext, or nothing when no keyring would protect it. */
  encrypt(text: string): Promise<Buffer | undefined>;
  /** `unavailable`: there is no keyring now. `undecryptable`: it is there, but holds another key. */
  decrypt(ciphertext: Buffer): Promise<Result<string, "unavailable" | "undecryptable">>;
}

/**
 * Electron 45 has asynchronous calls, which do not hold up the tray while the keyring asks for its password; older ones
 * have synchronous ones only. This file owns the difference, the current calls first.
 */
interface AsyncSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(ciphertext: Buffer): Promise<{ readonly result: string }>;
}

function hasAsyncCalls(): boolean {
  return "encryptStringAsync" in safeStorage;
}

function currentSafeStorage(): AsyncSafeStorage {
  if (hasAsyncCalls()) return safeStorage as unknown as AsyncSafeStorage;
  const older = safeStorage as Electron.SafeStorage;
  return {
    isAsyncEncryptionAvailable: async () => older.isEncryptionAvailable(),
    encryptStringAsync: async (text) => older.encryptString(text),
    decryptStringAsync: async (ciphertext) => ({ result: older.decryptString(ciphertext) }),
  };
}

/**
 * On Linux Chromium falls back to a key that is written in its source (`v10`) when there is no keyring. Only `v11` comes
 * from one.
 */
function isProtected(ciphertext: Buffer): boolean {
  return process.platform !== "linux" || ciphertext.subarray(0, 3).toString("latin1") === "v11";
}

function keyringName(): string {
  if (process.platform === "darwin") return "keychain";
  if (process.platform === "win32") return "dpapi";
  // KWallet of Plasma 5 and 6 are one keyring under two numbers: Plasma moves the keys over.
  return safeStorage.getSelectedStorageBackend().replace(/\d+$/, "");
}

/**
 * After `ready`. A synchronous call holds the tray up while somebody types the keyring's password, so what was stored is left
 * alone until `trayIsRead`. A login is stored at once: whoever has typed a code has seen the icon.
 */
export function createKeyring(trayIsRead: Promise<unknown>): Keyring {
  const storage = currentSafeStorage();
  const mayAsk = hasAsyncCalls() ? Promise.resolve() : trayIsRead;
  const isUsable = async () => {
    // Asked for first: with it no keyring is even tried, and encrypting would only obfuscate.
    if (keyringName() === noKeyring) return false;
    return storage.isAsyncEncryptionAvailable();
  };

  return {
    name: keyringName(),

    async encrypt(text) {
      try {
        if (!(await isUsable())) return undefined;
        const ciphertext = await storage.encryptStringAsync(text);
        return isProtected(ciphertext) ? ciphertext : undefined;
      } catch {
        // The error says no more than that; whoever asked keeps the token in memory and says so.
        return undefined;
      }
    },

    async decrypt(ciphertext) {
      await mayAsk;
      try {
        if (!(await isUsable())) return err("unavailable");
      } catch {
        return err("unavailable");
      }
      try {
        const { result } = await storage.decryptStringAsync(ciphertext);
        // The cipher has no check of its own: one wrong key in 256 gives some text. All that is kept is printable ASCII.
        return /^[\x21-\x7e]+$/.test(result) ? ok(result) : err("undecryptable");
      } catch {
        return err("undecryptable");
      }
    },
  };
}
