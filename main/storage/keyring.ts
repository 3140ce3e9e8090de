import { safeStorage } from "electron";
import { err, ok, type Result } from "../../domain/result.ts";
import { keyringCalls } from "../compat/keyring-calls.ts";
import { noKeyring } from "./keyring-names.ts";

/** The system's keyring. */
export interface Keyring {
  /** Electron's name for it. Only the keyring that made a ciphertext can decrypt it. */
  readonly name: string;
  /** The ciphertext; `undefined` when no keyring protects it. */
  encrypt(text: string): Promise<Buffer | undefined>;
  /** `unavailable`: there is no keyring now. `undecryptable`: it holds another key. */
  decrypt(ciphertext: Buffer): Promise<Result<string, "unavailable" | "undecryptable">>;
}

/**
 * Without a keyring Chromium on Linux encrypts with a key that is in its source code, and marks the ciphertext `v10`. `v11`
 * marks a key from a keyring.
 */
function isProtected(ciphertext: Buffer): boolean {
  return process.platform !== "linux" || ciphertext.subarray(0, 3).toString("latin1") === "v11";
}

function keyringName(): string {
  if (process.platform === "darwin") return "keychain";
  if (process.platform === "win32") return "dpapi";
  // Plasma 5 and 6 number KWallet differently, but Plasma moves the keys over.
  return safeStorage.getSelectedStorageBackend().replace(/\d+$/, "");
}

/**
 * Call it after Electron's `ready`. Where a call stops the process while the keyring asks for its password, `decrypt` waits
 * for `trayIsRead`, so that the icon appears first. `encrypt` never waits: it follows a login, when the icon is there.
 */
export function createKeyring(trayIsRead: Promise<unknown>): Keyring {
  const calls = keyringCalls();
  const mayDecrypt = calls.block ? trayIsRead : Promise.resolve();

  async function isUsable(): Promise<boolean> {
    return keyringName() !== noKeyring && (await calls.isAvailable());
  }

  return {
    name: keyringName(),

    async encrypt(text) {
      try {
        if (!(await isUsable())) return undefined;
        const ciphertext = await calls.encrypt(text);
        return isProtected(ciphertext) ? ciphertext : undefined;
      } catch {
        // The caller keeps the token in memory and tells the person.
        return undefined;
      }
    },

    async decrypt(ciphertext) {
      await mayDecrypt;
      try {
        if (!(await isUsable())) return err("unavailable");
      } catch {
        return err("unavailable");
      }
      try {
        const text = await calls.decrypt(ciphertext);
        // One wrong key in 256 decrypts to some text, because the cipher has no checksum. Tokens and numbers are printable ASCII.
        return /^[\x21-\x7e]+$/.test(text) ? ok(text) : err("undecryptable");
      } catch {
        return err("undecryptable");
      }
    },
  };
}
