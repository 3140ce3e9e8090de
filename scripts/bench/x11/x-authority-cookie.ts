import { readFileSync } from "node:fs";

/** The cookie of a file with one entry, as a private desktop has it. */
export function readXCookie(authorityFile: string): Buffer {
  const file = readFileSync(authorityFile);
  const familyBytes = 2;
  const [, , , cookie] = fields(file.subarray(familyBytes));
  if (!cookie) throw new Error(`${authorityFile} has no cookie.`);
  return cookie;
}

/** Address, display, name of the method, and its data: each with its length before it. */
function fields(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return [];
  const end = 2 + bytes.readUInt16BE(0);
  return [bytes.subarray(2, end), ...fields(bytes.subarray(end))];
}
