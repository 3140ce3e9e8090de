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

/** The phone number of one API origin: encrypted by the keyring, beside the token in the store. */
export function createNumberMemory(store: TokenStore, keyring: Keyring, apiOrigin: string): NumberMemory {
  /** A keyring may take its time: what was asked last holds, be it another number or none. */
  let askedFor: PhoneNumber | undefined;

  return {
    async load() {
      const record = store.content.numbers[apiOrigin];
      if (record?.keyring !== keyring.name) return undefined;
      const decrypted = await keyring.decrypt(Buffer.from(record.ciphertext, "base64"));
      if (!decrypted.ok) return undefined;
      const parsed = v.safeParse(numberSchema, decrypted.value);
      return parsed.success ? parsed.output : undefined;
    },

    async remember(phone) {
      askedFor = phone;
      // Without spaces, because the keyring takes what has some for garbled.
      const ciphertext = await keyring.encrypt(JSON.stringify(phone));
      if (askedFor !== phone) return;
      if (!ciphertext) {
        // Not the one before either: it is not the last login's any more.
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
      askedFor = undefined;
      try {
        store.change((content) => {
          const { [apiOrigin]: present, ...numbers } = content.numbers;
          // Where none is kept nothing has to be deleted, also where nothing can be written.
          return present ? { ...content, numbers } : content;
        });
        return ok(undefined);
      } catch {
        return err({ kind: "number-not-forgotten" });
      }
    },
  };
}
