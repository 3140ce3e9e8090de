import { readFile, writeFile } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";

/** Byte offsets of the 32-bit big-endian fields of an `xwd` header that matter here. */
const XWD = { headerSize: 0, width: 16, height: 20, byteOrder: 28, bitsPerPixel: 44, bytesPerLine: 48, colors: 76 };
const XWD_COLOR_BYTES = 12;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_RGB_8_BIT = [8, 2, 0, 0, 0];

/** A part of the screen, in pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Writes the screen, or a part that lies within it, as a PNG, from the framebuffer that Xvfb keeps in a file. */
export async function writeScreenshot(framebufferFile: string, pngFile: string, clip?: Clip): Promise<void> {
  const xwd = await readFile(framebufferFile);
  const field = (offset: number) => xwd.readUInt32BE(offset);
  if (field(XWD.bitsPerPixel) !== 32 || field(XWD.byteOrder) !== 0) {
    throw new Error("A screenshot needs a screen of depth 24 with little-endian pixels.");
  }
  const pixelsStart = field(XWD.headerSize) + field(XWD.colors) * XWD_COLOR_BYTES;
  const { x: left, y: top, width, height } = clip ?? { x: 0, y: 0, width: field(XWD.width), height: field(XWD.height) };
  const rows = Buffer.alloc(height * (1 + width * 3));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    // Each row starts with its filter type, 0: none.
    at += 1;
    const row = pixelsStart + (top + y) * field(XWD.bytesPerLine) + left * 4;
    for (let x = 0; x < width; x += 1) {
      const pixel = xwd.readUInt32LE(row + x * 4);
      at = rows.writeUIntBE(pixel & 0xffffff, at, 3);
    }
  }
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const header = Buffer.concat([size, Buffer.from(PNG_RGB_8_BIT)]);
  const chunks = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  await writeFile(pngFile, Buffer.concat([PNG_SIGNATURE, ...chunks]));
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(data.length, 0);
  content.copy(framed, 4);
  framed.writeUInt32BE(crc32(content), content.length + 4);
  return framed;
}
