const headerBytes = 8;

/**
 * The element types that hold a PNG, by its width in pixels: https://en.wikipedia.org/wiki/Apple_Icon_Image_format. Most widths
 * serve one size at 1x and half that size at 2x, and the file needs an element for each.
 */
const types = {
  32: ["ic11"],
  64: ["ic12"],
  128: ["ic07"],
  256: ["ic08", "ic13"],
  512: ["ic09", "ic14"],
  1024: ["ic10"],
} as const;

/** One image of an icon file: a square PNG, `width` pixels wide. */
export interface IcnsImage {
  readonly width: keyof typeof types;
  readonly png: Uint8Array;
}

/** A macOS icon file with these images, unchanged. */
export function icnsFile(images: readonly IcnsImage[]): Uint8Array {
  const elements = images.flatMap(({ width, png }) => types[width].map((type) => element(type, png)));
  return element("icns", Buffer.concat(elements));
}

function element(type: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(headerBytes);
  head.write(type, "latin1");
  head.writeUInt32BE(headerBytes + content.length, 4);
  return Buffer.concat([head, content]);
}
