import { constants, open } from "node:fs/promises";
import { homedir, hostname } from "node:os";
import { join } from "node:path";

const cookieName = "MIT-MAGIC-COOKIE-1";
/** FamilyWild of Xauth.h: an entry for every host. */
const anyHost = 0xffff;
/** A larger file is no list of cookies. */
const longestFile = 1024 * 1024;

interface Display {
  readonly address: { readonly path: string } | { readonly host: string; readonly port: number };
  readonly number: string;
}

/** Where an X server listens, by the variable DISPLAY: `[[protocol/]host]:number[.screen]`. Throws if it has another form. */
export function parseDisplay(display: string): Display {
  const [, protocol, host = "", number] = /^(?:([^/]*)\/)?(.*):(\d+)(?:\.\d+)?$/.exec(display) ?? [];
  // A path, as XQuartz sets it on macOS, is none of these.
  if (number === undefined || host.includes("/")) throw new Error("DISPLAY names no X server");
  const isLocal = host === "" || host === "unix" || protocol === "unix" || protocol === "local";
  return { address: isLocal ? { path: `/tmp/.X11-unix/X${number}` } : { host, port: 6000 + Number(number) }, number };
}

/** The first bytes of a connection (little-endian), with the person's cookie for this display if there is one. */
export async function connectionRequest(number: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Buffer> {
  const cookie = findCookie(await readRegularFile(env.XAUTHORITY ?? join(homedir(), ".Xauthority"), signal), number);
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

/** The file's content; empty if it cannot be read or is no ordinary file. Opening never waits for the other end of a pipe. */
async function readRegularFile(path: string, signal: AbortSignal): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
  try {
    const state = await file?.stat();
    return file && state?.isFile() && state.size <= longestFile ? await file.readFile({ signal }) : Buffer.alloc(0);
  } finally {
    await file?.close();
  }
}

/** Undefined where there is no cookie, or a damaged one: the server may let this user in without one. */
function findCookie(content: Buffer, number: string): Buffer | undefined {
  for (let rest = content; rest.length >= 2; ) {
    const family = rest.readUInt16BE(0);
    const fields: Buffer[] = [];
    rest = rest.subarray(2);
    for (let index = 0; index < 4; index += 1) {
      if (rest.length < 2 || rest.length < 2 + rest.readUInt16BE(0)) return undefined;
      const end = 2 + rest.readUInt16BE(0);
      fields.push(rest.subarray(2, end));
      rest = rest.subarray(end);
    }
    const [address, display, name, data] = fields as [Buffer, Buffer, Buffer, Buffer];
    const isOurHost = family === anyHost || address.toString() === hostname();
    const isOurDisplay = display.length === 0 || display.toString() === number;
    if (isOurHost && isOurDisplay && name.toString() === cookieName) return data;
  }
  return undefined;
}
