import type { KeptToken } from "../../../domain/ports.ts";
import { Secret } from "../../../domain/secret.ts";
import { createNumberMemory } from "../../../main/storage/number-memory.ts";
import { TokenStore } from "../../../main/storage/token-store.ts";
import { createTokenVault } from "../../../main/storage/token-vault.ts";
import { FakeKeyring } from "../../fixtures/fake-keyring.ts";
import type { StorageFolder } from "./storage-folder.ts";

export const origin = "https://api.example";

/** Starts what the app keeps in token.json, on this folder. */
export function startStorage(folder: StorageFolder, keyring = new FakeKeyring(), apiOrigin = origin) {
  const store = new TokenStore(folder.path, 0);
  return {
    store,
    keyring,
    vault: createTokenVault(store, keyring, apiOrigin),
    memory: createNumberMemory(store, keyring, apiOrigin),
  };
}

export function keptToken(bearerToken: string, obtainedAtMs = 1_000): KeptToken {
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
