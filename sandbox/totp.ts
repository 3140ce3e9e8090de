import { createHmac } from "node:crypto";

const stepMs = 30_000;
const base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows at this moment for a base32 key: RFC 6238 with SHA-1, 30 seconds and six digits. */
export function totpAt(secretKey: string, atMs: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / stepMs)));
  const hash = createHmac("sha1", bytesOf(secretKey)).update(counter).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0xf;
  const number = (hash.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000;
  return number.toString().padStart(6, "0");
}

/** Whether it is the code of this moment, of the step before or of the one after: clocks differ, and typing takes time. */
export function isTotp(code: unknown, secretKey: string, nowMs: number): boolean {
  return [-stepMs, 0, stepMs].some((differenceMs) => code === totpAt(secretKey, nowMs + differenceMs));
}

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => base32Alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
