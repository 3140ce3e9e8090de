import { safeStorage } from "electron";

/** Electron's calls to the system's keyring: https://www.electronjs.org/docs/latest/api/safe-storage */
interface KeyringCalls {
  isAvailable(): Promise<boolean>;
  /** Rejects when the keyring refuses. */
  encrypt(text: string): Promise<Buffer>;
  /** Rejects when the keyring refuses, or has another key. */
  decrypt(ciphertext: Buffer): Promise<string>;
}

/** The calls of electron/electron#49054. */
interface AsyncSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(ciphertext: Buffer): Promise<{ readonly result: string }>;
}

/** The calls before, which stop the whole process while the keyring asks for its password; Electron 46 removes them. */
interface SyncSafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(ciphertext: Buffer): string;
}

/** The keyring's calls in the Electron that runs. */
export function keyringCalls(): KeyringCalls {
  if ("encryptStringAsync" in safeStorage) {
    const current = safeStorage as unknown as AsyncSafeStorage;
    return {
      isAvailable: () => current.isAsyncEncryptionAvailable(),
      encrypt: (text) => current.encryptStringAsync(text),
      decrypt: async (ciphertext) => (await current.decryptStringAsync(ciphertext)).result,
    };
  }
  const older = safeStorage as unknown as SyncSafeStorage;
  return {
    isAvailable: async () => older.isEncryptionAvailable(),
    encrypt: async (text) => older.encryptString(text),
    decrypt: async (ciphertext) => older.decryptString(ciphertext),
  };
}
