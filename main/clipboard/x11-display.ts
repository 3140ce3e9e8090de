import { readFile } from "node:fs/promises";
import { homedir, hostname } from "node:os";
import { join } from "node:path";

const cookieName = "MIT-MAGIC-COOKIE-1";
/** FamilyWild of Xauth.h: an entry for every host. */
const anyHost = 0xffff;

interface Display {
  readonly address: { readonly path: string } | { readonly host: string; readonly port: number };
  readonly number: string;
}

/** Where an X server listens, by the variable DISPLAY: `[host]:number[.screen]`. Throws if it has another form. */
export function parseDisplay(display: string): Display {
  const [, host = "", number] = /^(.*):(\d+)(?:\.\d+)?$/.exec(display) ?? [];
  if (number === undefined) throw new Error("DISPLAY names no X server");
  const isLocal = host === "" || host === "unix";
  return { address: isLocal ? { path: `/tmp/.X11-unix/X${number}` } : { host, port: 6000 + Number(number) }, number };
}

/** The first bytes of a connection (little-endian), with the person's cookie for this display if there is one. */
export async function connectionRequest(number: string, env: NodeJS.ProcessEnv): Promise<Buffer> {
  const cookie = await readCookie(env.XAUTHORITY ?? join(homedir(), ".Xauthority"), number);
  const name = cookie ? Buffer.from(cookieName) : Buffer.alloc(0);
  const data = cookie ?? Buffer.alloc(0);
  const head = Buffer.alloc(12);
  head.write("l");
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padded(name), padded(data)]);
}

/** Bytes as the X protocol sends them: filled up to a multiple of four. */
export function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}

/** Undefined where there is no cookie: the server may let this user in without one. */
async function readCookie(file: string, number: string): Promise<Buffer | undefined> {
  const content = await readFile(file).catch(() => Buffer.alloc(0));
  for (let offset = 0; offset + 10 <= content.length; ) {
    const family = content.readUInt16BE(offset);
    offset += 2;
    const [address, display, name, data] = [0, 1, 2, 3].map(() => {
      const end = offset + 2 + content.readUInt16BE(offset);
      const field = content.subarray(offset + 2, end);
      offset = end;
      return field;
    }) as [Buffer, Buffer, Buffer, Buffer];
    const isOurHost = family === anyHost || address.toString() === hostname();
    const isOurDisplay = display.length === 0 || display.toString() === number;
    if (isOurHost && isOurDisplay && name.toString() === cookieName) return data;
  }
  return undefined;
}
