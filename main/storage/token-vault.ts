import type { KeptToken, TokenVault } from "../../domain/ports.ts";
import { err, ok } from "../../domain/result.ts";
import { Secret } from "../../domain/secret.ts";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import type { Keyring } from "./keyring.ts";
import { keyringTitle, noKeyring } from "./keyring-names.ts";
import type { TokenRecord } from "./token-file.ts";
import type { TokenStore } from "./token-store.ts";

/** Stores the token of one API, encrypted by the keyring. If keyring or disk refuses, the token stays in memory only. */
export function createTokenVault(store: TokenStore, keyring: Keyring, apiOrigin: string): TokenVault {
  /** Ciphertexts that this process has decrypted or written. A new token replaces these; any other ciphertext is kept aside. */
  const known = new Set<string>();
  /** The token of the latest `keep`. The keyring may answer an earlier one later. */
  let latest: KeptToken | undefined;
  let hasAskedToLoad = false;

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
      // A later `load` is a retry, which the person has not started and may have refused before.
      const ask = !hasAskedToLoad;
      hasAskedToLoad = true;
      const decrypted = await keyring.decrypt(Buffer.from(ciphertext, "base64"), ask);
      if (!decrypted.ok) {
        const reason = decrypted.error === "unavailable" ? "no-keyring" : "other-key";
        return { kind: "unreadable", why: { reason }, expiresAtMs: record.expiresAtMs };
      }
      known.add(ciphertext);
      return { kind: "token", token: { ...rest, bearerToken: new Secret(decrypted.value) } };
    },

    async keep(token: KeptToken) {
      // A person who has refused the password is not asked again for the same token.
      const isRetry = latest?.bearerToken === token.bearerToken;
      latest = token;
      const ciphertext = await keyring.encrypt(token.bearerToken.reveal(), !isRetry);
      if (latest !== token) return "superseded";
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
        // The disk is full, read-only or forbidden. The window says so, and what to check.
        return "memory-after-write-failure";
      }
    },

    update({ obtainedAtMs, remindersDone, rejected }) {
      try {
        store.change((content) => {
          const present = content.tokens[apiOrigin];
          // A newer token may have been written a moment ago, before the session knows it.
          if (!present || !known.has(present.ciphertext) || present.obtainedAtMs !== obtainedAtMs) return content;
          const record = { ...present, remindersDone: [...remindersDone], rejected };
          return { ...content, tokens: { ...content.tokens, [apiOrigin]: record } };
        });
      } catch (error) {
        // After a restart a reminder may come a second time.
        log({ kind: "token-not-noted", error: errorName(error) });
      }
    },

    remove() {
      try {
        store.change((content) => {
          const { [apiOrigin]: present, ...tokens } = content.tokens;
          const keptAside = content.keptAside.filter((record) => record.apiOrigin !== apiOrigin);
          // A token in memory only can be removed on a read-only disk too.
          return present || keptAside.length < content.keptAside.length ? { ...content, tokens, keptAside } : content;
        });
        store.removeSetAside();
        latest = undefined;
        return ok(undefined);
      } catch {
        return err({ kind: "token-not-removed" });
      }
    },
  };
}
