import { randomBytes, randomInt } from "node:crypto";
import type { SecretValues } from "../../../sandbox/random-values.ts";

export type CanaryName = "token" | "otp" | "otp hash" | "JWTPhrase" | "authenticator key" | "QR code" | "phone";

/** A value that can be recognised wherever it turns up. */
export interface Canary {
  readonly name: CanaryName;
  readonly value: string;
}

/** The secrets of one run. Only the phone number is used by other runs too, because the sandbox knows no other. */
export interface Canaries {
  readonly secrets: SecretValues;
  /** All canaries of this run so far. */
  readonly all: () => readonly Canary[];
  /** Two canaries of a token: its signature is unique, its phrase is in every token of this run. */
  readonly noteToken: (token: string) => void;
  /** The enrolment's QR code, as a data: URL. */
  readonly noteQrCode: (url: string) => void;
}

export function createCanaries(phone: string): Canaries {
  const given: Canary[] = [{ name: "phone", value: phone }];
  const note = (name: CanaryName, value: string) => {
    if (!given.some((canary) => canary.value === value)) given.push({ name, value });
    return value;
  };
  const key = fromAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32);
  const hash = `$2a$10$${fromAlphabet("./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 53)}`;
  return {
    secrets: {
      // The sandbox takes its authenticator codes from here too.
      otp: () => note("otp", String(randomInt(100_000, 999_999))),
      otpHash: () => note("otp hash", hash),
      authenticatorKey: () => note("authenticator key", key),
      jwtPhrase: () => note("JWTPhrase", `canary${randomBytes(13).toString("hex")}`),
    },
    all: () => given,
    noteQrCode(url) {
      // From its middle, because such files begin and end alike.
      note("QR code", url.slice(url.length / 2, url.length / 2 + 64));
    },
    noteToken(token) {
      const [, claims = "", signature = ""] = token.split(".");
      // The claims of all tokens begin alike; from the phrase on they belong to this run.
      note("token", claims.slice(-48));
      note("token", signature);
    },
  };
}

function fromAlphabet(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}
