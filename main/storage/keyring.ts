import { safeStorage } from "electron";
import { err, ok, type Result } from "../../domain/result.ts";
import { keyringCalls } from "../compat/keyring-calls.ts";
import { noKeyring } from "./keyring-names.ts";

/** The system's keyring. `ask`: a locked keyring asks the person for its password, and the call waits for the answer. */
export interface Keyring {
  /** Electron's name for it. Only the keyring that made a ciphertext can decrypt it. */
  readonly name: string;
  /** The ciphertext; `undefined` when no keyring protects it, or the keyring stays locked. */
  encrypt(text: string, ask: boolean): Promise<Buffer | undefined>;
  /** `unavailable`: there is no keyring now, or it stays locked. `undecryptable`: it holds another key. */
  decrypt(ciphertext: Buffer, ask: boolean): Promise<Result<string, "unavailable" | "undecryptable">>;
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
 * Call it after Electron's `ready`. `opener` opens the system's keyring before Electron's first call to it: while the keyring asks
 * for its password, Electron before 45 stops the whole process (main/compat), and Chromium remembers a keyring that was closed
 * then as missing, until a restart.
 */
export function createKeyring(opener: { open(ask: boolean): Promise<boolean> }): Keyring {
  const calls = keyringCalls();
  /** From then on Chromium has the key, and a locked keyring no longer matters. */
  let isUsable = false;

  /** One question to the person, whose answer holds for all calls that wait for it. */
  let asking: Promise<boolean> | undefined;

  async function open(ask: boolean): Promise<boolean> {
    if (isUsable || keyringName() === noKeyring) return isUsable;
    // Another call may have set it meanwhile.
    if ((await opener.open(ask)) && (await calls.isAvailable())) isUsable = true;
    return isUsable;
  }

  function use(ask: boolean): Promise<boolean> {
    if (!ask) return open(false);
    asking ??= open(true).finally(() => {
      asking = undefined;
    });
    return asking;
  }

  return {
    name: keyringName(),

    async encrypt(text, ask) {
      try {
        if (!(await use(ask))) return undefined;
        const ciphertext = await calls.encrypt(text);
        return isProtected(ciphertext) ? ciphertext : undefined;
      } catch {
        // The caller keeps the token in memory and tells the person.
        return undefined;
      }
    },

    async decrypt(ciphertext, ask) {
      try {
        if (!(await use(ask))) return err("unavailable");
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
