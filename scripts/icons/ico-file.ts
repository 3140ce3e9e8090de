const headerBytes = 6;
const entryBytes = 16;

/** One image of an icon file: a square PNG, `width` pixels wide, 256 at most. */
export interface IcoImage {
  readonly width: number;
  readonly png: Uint8Array;
}

/** A Windows icon file with these images, unchanged. */
export function icoFile(images: readonly IcoImage[]): Uint8Array {
  const head = Buffer.alloc(headerBytes + entryBytes * images.length);
  head.writeUInt16LE(1, 2); // The type: an icon.
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { width, png }] of images.entries()) {
    const entry = headerBytes + entryBytes * index;
    // The width is one byte, and 0 stands for 256.
    head.writeUInt8(width % 256, entry);
    head.writeUInt8(width % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4); // Planes.
    head.writeUInt16LE(32, entry + 6); // Bits per pixel.
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}
