import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";

const ANY_HOST = 0xffff;

/**
 * Writes an X authority file with a random cookie for any display. Without it, every local user could read the private display.
 */
export function writeXAuthority(file: string): void {
  const noAddress = Buffer.alloc(0);
  const anyDisplay = Buffer.alloc(0);
  const fields = [noAddress, anyDisplay, Buffer.from("MIT-MAGIC-COOKIE-1"), randomBytes(16)];
  writeFileSync(file, Buffer.concat([uint16(ANY_HOST), ...fields.flatMap((field) => [uint16(field.length), field])]), {
    mode: 0o600,
  });
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
