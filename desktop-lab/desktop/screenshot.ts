import { closeSync, openSync, readSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { PNG } from "pngjs";

/**
 * Byte offsets of the 32-bit big-endian fields of an `xwd` header that are read here. Source: X11/XWDFile.h of xorgproto.
 */
const XWD = { headerSize: 0, width: 16, height: 20, byteOrder: 28, bitsPerPixel: 44, bytesPerLine: 48, colors: 76 };
const XWD_HEADER_BYTES = 100;
const XWD_COLOR_BYTES = 12;

/** A part of the screen, in pixels. */
export interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Writes the screen, or a part that lies within it, as a PNG. Reads the framebuffer that Xvfb keeps in a file. */
export async function writeScreenshot(framebufferFile: string, pngFile: string, clip?: Clip): Promise<void> {
  const xwd = await readFile(framebufferFile);
  const { start, bytesPerLine, ...screen } = readLayout(xwd);
  const { x: left, y: top, width, height } = clip ?? { x: 0, y: 0, ...screen };
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    const row = start + (top + y) * bytesPerLine + left * 4;
    for (let x = 0; x < width; x += 1) {
      const rgb = xwd.readUInt32LE(row + x * 4) & 0xffffff;
      png.data.writeUInt32BE(rgb * 0x100 + 0xff, (y * width + x) * 4);
    }
  }
  await writeFile(pngFile, PNG.sync.write(png, { colorType: 2, filterType: 0, deflateLevel: 6 }));
}

/** Returns the color of one pixel of the screen as 0xRRGGBB. Reads only that pixel of the framebuffer's file. */
export function readPixel(framebufferFile: string, x: number, y: number): number {
  const file = openSync(framebufferFile, "r");
  try {
    const header = Buffer.alloc(XWD_HEADER_BYTES);
    readSync(file, header, 0, XWD_HEADER_BYTES, 0);
    const { start, bytesPerLine } = readLayout(header);
    const pixel = Buffer.alloc(4);
    readSync(file, pixel, 0, 4, start + y * bytesPerLine + x * 4);
    return pixel.readUInt32LE() & 0xffffff;
  } finally {
    closeSync(file);
  }
}

function readLayout(xwd: Buffer) {
  const field = (offset: number) => xwd.readUInt32BE(offset);
  if (field(XWD.bitsPerPixel) !== 32 || field(XWD.byteOrder) !== 0) {
    throw new Error("A screenshot needs a screen of depth 24 with little-endian pixels.");
  }
  return {
    start: field(XWD.headerSize) + field(XWD.colors) * XWD_COLOR_BYTES,
    bytesPerLine: field(XWD.bytesPerLine),
    width: field(XWD.width),
    height: field(XWD.height),
  };
}
