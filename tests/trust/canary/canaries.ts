import { randomBytes, randomInt } from "node:crypto";
import type { SecretValues } from "../../../sandbox/random-values.ts";

export type CanaryName = "token" | "otp" | "otp hash" | "JWTPhrase" | "authenticator key" | "QR code" | "phone";

/** A value that can be recognised wherever it turns up. */
export interface Canary {
  readonly name: CanaryName;
  readonly value: string;
}

/** The secrets of one run: nobody else has them, but for the phone number, which the sandbox knows. */
export interface Canaries {
  readonly secrets: SecretValues;
  /** All that were given out so far. */
  readonly all: () => readonly Canary[];
  /** What was seen of a token: its signature is in no other, its phrase is in every one of this run. */
  readonly noteToken: (token: string) => void;
  /** The picture of the enrolment, as a data: URL. */
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
      // From its midst: such files begin and end alike.
      note("QR code", url.slice(url.length / 2, url.length / 2 + 64));
    },
    noteToken(token) {
      const [, claims = "", signature = ""] = token.split(".");
      // The claims begin alike in all of them; from the phrase on they are this run's.
      note("token", claims.slice(-48));
      note("token", signature);
    },
  };
}

function fromAlphabet(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}
