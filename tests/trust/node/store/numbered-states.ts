import { isDeepStrictEqual } from "node:util";
import "../../../integration/storage/electron-store-in-node.ts";
import { defaultSettings, type Settings } from "../../../../domain/settings.ts";
import { SettingsStore } from "../../../../main/storage/settings-store.ts";
import type { TokenFile, TokenRecord } from "../../../../main/storage/token-file.ts";
import { TokenStore } from "../../../../main/storage/token-store.ts";

export const stores = ["token", "settings"] as const;
export type StoreName = (typeof stores)[number];

/** One of the product's stores. A number identifies each of its states. */
export interface NumberedStore {
  /** The number of the stored state; 0 before the first one, `undefined` when the content is not a whole state. */
  number(): number | undefined;
  write(number: number): Promise<void>;
  problem(): string | undefined;
}

/** `extraRecords` makes every state of the token file larger, and its write longer. */
export function openNumbered(name: StoreName, folder: string, extraRecords = 0): NumberedStore {
  return name === "token" ? numberedTokens(folder, extraRecords) : numberedSettings(folder);
}

function numberedTokens(folder: string, extraRecords: number): NumberedStore {
  const store = new TokenStore(folder, Date.now());
  return {
    number() {
      const { tokens, keptAside } = store.content;
      const number = Object.values(tokens)[0]?.obtainedAtMs ?? 0;
      const whole = number === 0 ? { schemaVersion: 1, tokens: {}, keptAside: [], numbers: {} } : undefined;
      return isDeepStrictEqual(store.content, whole ?? tokensOf(number, keptAside.length)) ? number : undefined;
    },
    async write(number) {
      store.change(() => tokensOf(number, extraRecords));
    },
    problem: () => store.problem,
  };
}

const apiOrigin = "https://api.example";

function tokensOf(number: number, extraRecords: number): TokenFile {
  const record = recordOf(number, 0);
  const keptAside = Array.from({ length: extraRecords }, (_, index) => ({ ...recordOf(number, index + 1), apiOrigin }));
  return {
    schemaVersion: 1,
    tokens: { [apiOrigin]: record },
    keptAside,
    numbers: { [apiOrigin]: { ciphertext: ciphertextOf(number, 99), keyring: "gnome_libsecret" } },
  };
}

function recordOf(number: number, index: number): TokenRecord {
  return {
    ciphertext: ciphertextOf(number, index),
    keyring: "gnome_libsecret",
    obtainedAtMs: number,
    expiresAtMs: number + 30,
    expiryEstimated: number % 2 === 0,
    maskedPhone: "+57 ••••••••67",
    rejected: number % 3 === 0,
    remindersDone: [],
  };
}

/** The first is as long as a real token's. The others are longer, so that few of them make a megabyte. */
function ciphertextOf(number: number, index: number): string {
  return Buffer.alloc(index === 0 ? 900 : 12_000, `${number}/${index} `).toString("base64");
}

function numberedSettings(folder: string): NumberedStore {
  const store = new SettingsStore(folder, Date.now());
  return {
    number() {
      const { settings } = store;
      if (isDeepStrictEqual(settings, defaultSettings)) return 0;
      const number = Number(settings.variableName.slice(1));
      return isDeepStrictEqual(settings, settingsOf(number)) ? number : undefined;
    },
    async write(number) {
      if (!(await store.change(settingsOf(number))).ok) throw new Error("The settings were not stored.");
    },
    problem: () => store.problem,
  };
}

function settingsOf(number: number): Settings {
  return {
    ...defaultSettings,
    variableName: `N${number}`,
    ownReminder: { enabled: number % 2 === 0, days: (number % 365) + 1 },
    language: number % 3 === 0 ? "es" : "en",
  };
}
