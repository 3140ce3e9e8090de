import * as v from "valibot";
import type { PhoneNumber } from "../../domain/phone/phone-number.ts";
import type { NumberMemory } from "../../domain/ports.ts";
import { err, ok } from "../../domain/result.ts";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import type { Keyring } from "./keyring.ts";
import type { TokenStore } from "./token-store.ts";

const digits = v.pipe(v.string(), v.regex(/^\d+$/));

const numberSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    regionCode: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
    countryCallingCode: digits,
    nationalNumber: digits,
  }),
);

/** Remembers the phone number of the last login with one API, encrypted by the keyring, in the token's file. */
export function createNumberMemory(store: TokenStore, keyring: Keyring, apiOrigin: string): NumberMemory {
  /** The keyring may answer late. Only the latest request counts: a number to remember, or `undefined` to forget it. */
  let requested: PhoneNumber | undefined;

  return {
    async load() {
      const record = store.content.numbers[apiOrigin];
      if (record?.keyring !== keyring.name) return undefined;
      // Nobody is asked for a password for the sake of a number.
      const decrypted = await keyring.decrypt(Buffer.from(record.ciphertext, "base64"), false);
      if (!decrypted.ok) return undefined;
      const parsed = v.safeParse(numberSchema, decrypted.value);
      return parsed.success ? parsed.output : undefined;
    },

    async remember(phone) {
      requested = phone;
      // The text has no spaces, because the keyring rejects decrypted text with spaces.
      const ciphertext = await keyring.encrypt(JSON.stringify(phone), true);
      if (requested !== phone) return;
      if (!ciphertext) {
        // The stored number belongs to an earlier login.
        this.forget();
        return;
      }
      const record = { ciphertext: ciphertext.toString("base64"), keyring: keyring.name };
      try {
        store.change((content) => ({ ...content, numbers: { ...content.numbers, [apiOrigin]: record } }));
      } catch (error) {
        log({ kind: "number-not-stored", error: errorName(error) });
      }
    },

    forget() {
      requested = undefined;
      try {
        store.change((content) => {
          const { [apiOrigin]: present, ...numbers } = content.numbers;
          // Without a stored number this succeeds on a read-only disk too.
          return present ? { ...content, numbers } : content;
        });
        return ok(undefined);
      } catch {
        return err({ kind: "number-not-forgotten" });
      }
    },
  };
}
