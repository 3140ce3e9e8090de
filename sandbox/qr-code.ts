import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

const pixelsPerModule = 6;
/** The quiet zone that readers need, in modules. */
const border = 4;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A QR code of this text as a PNG, black on white, in a data: URL. */
export function qrCodeUrl(text: string): string {
  const { data } = encode(text, { border });
  const rows = data.flatMap((modules) => {
    // Each row of a PNG starts with the filter that it went through: none.
    const pixels = modules.flatMap((dark) => Array<number>(pixelsPerModule).fill(dark ? 0 : 255));
    return Array<Buffer>(pixelsPerModule).fill(Buffer.from([0, ...pixels]));
  });
  const png = Buffer.concat([
    signature,
    chunk("IHDR", header(data.length * pixelsPerModule)),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString("base64")}`;
}

/** A square of 8-bit greys, neither interlaced nor with a palette. */
function header(side: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(side, 0);
  bytes.writeUInt32BE(side, 4);
  bytes.writeUInt8(8, 8);
  return bytes;
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
