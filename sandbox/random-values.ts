import { randomBytes, randomInt } from "node:crypto";

/** Creates the sandbox's secrets. A test can pass its own, to search for them where they must not appear. */
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

/** Six digits, with leading zeros. */
function randomOtp(): string {
  return randomInt(1_000_000).toString().padStart(6, "0");
}

/** A database id as Verifik has them: 24 hexadecimal digits. */
export function randomObjectId(): string {
  return randomBytes(12).toString("hex");
}

/** The short id in an answer, e.g. "Y0628". */
export function randomAnswerId(): string {
  return `${randomCharacters("ABCDEFGHJKLMNPQRSTUVWXYZ", 1)}${randomCharacters("0123456789", 4)}`;
}

/** A base32 key of 160 bits, as authenticator apps accept it. */
function randomAuthenticatorKey(): string {
  return randomCharacters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 32);
}

/**
 * A string in the form of a bcrypt hash, of no password. Clients must drop it unread, and tests search for this form where it must
 * not appear.
 */
function bcryptLookalike(): string {
  const alphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return `$2a$10$${randomCharacters(alphabet, 53)}`;
}

function randomCharacters(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
}
