import { readFile, writeFile } from "node:fs/promises";
import { PNG } from "pngjs";

/**
 * Byte offsets of the 32-bit big-endian fields of an `xwd` header that are read here. Source: X11/XWDFile.h of xorgproto.
 */
const XWD = { headerSize: 0, width: 16, height: 20, byteOrder: 28, bitsPerPixel: 44, bytesPerLine: 48, colors: 76 };
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
  const field = (offset: number) => xwd.readUInt32BE(offset);
  if (field(XWD.bitsPerPixel) !== 32 || field(XWD.byteOrder) !== 0) {
    throw new Error("A screenshot needs a screen of depth 24 with little-endian pixels.");
  }
  const pixelsStart = field(XWD.headerSize) + field(XWD.colors) * XWD_COLOR_BYTES;
  const { x: left, y: top, width, height } = clip ?? { x: 0, y: 0, width: field(XWD.width), height: field(XWD.height) };
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    const row = pixelsStart + (top + y) * field(XWD.bytesPerLine) + left * 4;
    for (let x = 0; x < width; x += 1) {
      const rgb = xwd.readUInt32LE(row + x * 4) & 0xffffff;
      png.data.writeUInt32BE(rgb * 0x100 + 0xff, (y * width + x) * 4);
    }
  }
  await writeFile(pngFile, PNG.sync.write(png, { colorType: 2, filterType: 0, deflateLevel: 6 }));
}
