import type { KeptToken, TokenVault } from "../../domain/ports.ts";
import { err, ok } from "../../domain/result.ts";
import { Secret } from "../../domain/secret.ts";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import type { Keyring } from "./keyring.ts";
import { keyringTitle, noKeyring } from "./keyring-names.ts";
import type { TokenRecord } from "./token-file.ts";
import type { TokenStore } from "./token-store.ts";

/** The token of one API origin: encrypted by the keyring, in the store. Without either it lives in the session alone. */
export function createTokenVault(store: TokenStore, keyring: Keyring, apiOrigin: string): TokenVault {
  /** Ciphertexts that this process has decrypted or written; any other one is not overwritten, but kept aside. */
  const known = new Set<string>();
  /** What the vault is to hold, since it was last asked. */
  let asked: KeptToken | undefined;

  /** Throws when the disk refuses. */
  function writeRecord(record: TokenRecord): void {
    store.change(({ tokens, keptAside, ...rest }) => {
      const present = tokens[apiOrigin];
      return {
        ...rest,
        tokens: { ...tokens, [apiOrigin]: record },
        keptAside: present && !known.has(present.ciphertext) ? [...keptAside, { ...present, apiOrigin }] : keptAside,
      };
    });
    known.add(record.ciphertext);
  }

  return {
    async load() {
      const record = store.content.tokens[apiOrigin];
      if (!record) return { kind: "absent" };
      const { ciphertext, keyring: encryptedBy, ...rest } = record;
      if (encryptedBy !== keyring.name && keyring.name !== noKeyring) {
        const names = { encryptedBy: keyringTitle(encryptedBy), present: keyringTitle(keyring.name) };
        return { kind: "unreadable", why: { reason: "other-keyring", ...names }, expiresAtMs: record.expiresAtMs };
      }
      const decrypted = await keyring.decrypt(Buffer.from(ciphertext, "base64"));
      if (!decrypted.ok) {
        const reason = decrypted.error === "unavailable" ? "no-keyring" : "other-key";
        return { kind: "unreadable", why: { reason }, expiresAtMs: record.expiresAtMs };
      }
      known.add(ciphertext);
      return { kind: "token", token: { ...rest, bearerToken: new Secret(decrypted.value) } };
    },

    async keep(token: KeptToken) {
      asked = token;
      const ciphertext = await keyring.encrypt(token.bearerToken.reveal());
      if (asked !== token) return "superseded";
      if (!ciphertext) return "memory-without-keyring";
      try {
        writeRecord({
          ciphertext: ciphertext.toString("base64"),
          keyring: keyring.name,
          obtainedAtMs: token.obtainedAtMs,
          expiresAtMs: token.expiresAtMs,
          expiryEstimated: token.expiryEstimated,
          maskedPhone: token.maskedPhone,
          rejected: token.rejected,
          remindersDone: [...token.remindersDone],
        });
        return "keyring";
      } catch {
        // Disk full, read-only, no permission: the person is told that the token is in memory only, and what to check.
        return "memory-after-write-failure";
      }
    },

    update({ obtainedAtMs, remindersDone, rejected }) {
      try {
        store.change((content) => {
          const present = content.tokens[apiOrigin];
          // A newer token may just have been written, of which the session hears a moment later.
          if (!present || !known.has(present.ciphertext) || present.obtainedAtMs !== obtainedAtMs) return content;
          const record = { ...present, remindersDone: [...remindersDone], rejected };
          return { ...content, tokens: { ...content.tokens, [apiOrigin]: record } };
        });
      } catch (error) {
        // Nothing is lost but the memory of it: after a restart a reminder may come once more.
        log({ kind: "token-not-noted", error: errorName(error) });
      }
    },

    remove() {
      try {
        store.change((content) => {
          const { [apiOrigin]: present, ...tokens } = content.tokens;
          const keptAside = content.keptAside.filter((record) => record.apiOrigin !== apiOrigin);
          // Of a token that is in memory only nothing has to be deleted, also where nothing can be written.
          return present || keptAside.length < content.keptAside.length ? { ...content, tokens, keptAside } : content;
        });
        store.removeSetAside();
        asked = undefined;
        return ok(undefined);
      } catch {
        return err({ kind: "token-not-removed" });
      }
    },
  };
}
