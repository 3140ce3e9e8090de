import { randomBytes, randomInt } from "node:crypto";

/** The secrets that the sandbox makes up; a test can have its own, which it then looks for elsewhere. */
export interface SecretValues {
  readonly otp: () => string;
  readonly otpHash: () => string;
  readonly authenticatorKey: () => string;
  readonly jwtPhrase: () => string;
}

export const randomSecrets: SecretValues = {
  otp: randomOtp,
  otpHash: bcryptLookalike,
  authenticatorKey: randomAuthenticatorKey,
  jwtPhrase: () => randomBytes(16).toString("hex"),
};

/** Six digits; leading zeros count. */
function randomOtp(): string {
  return randomInt(1_000_000).toString().padStart(6, "0");
}

/** A database id in the form that Verifik uses: 24 hexadecimal digits. */
export function randomObjectId(): string {
  return randomBytes(12).toString("hex");
}

/** The short id that an answer carries, e.g. "Y0628". */
export function randomAnswerId(): string {
  return `${randomCharacters("ABCDEFGHJKLMNPQRSTUVWXYZ", 1)}${randomCharacters("0123456789", 4)}`;
}

/** A base32 key, as authenticator apps take it. */
function randomAuthenticatorKey(): string {
  return randomCharacters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32);
}

/**
 * A string of exactly the form of a bcrypt hash, but the hash of nothing. The form is enough: whoever receives it must
 * drop it unread, and its form is what a test looks for in places where it must not be.
 */
function bcryptLookalike(): string {
  const alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return `$2a$10$${randomCharacters(alphabet, 53)}`;
}

function randomCharacters(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}
