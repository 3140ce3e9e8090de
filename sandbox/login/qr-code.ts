import { PNG } from "pngjs";
import { encode } from "uqr";

const pixelsPerModule = 6;
/** The quiet zone that readers need, in modules. */
const border = 4;
const white = 255;

/** A QR code of this text as a PNG, black on white, in a data: URL. */
export function qrCodeUrl(text: string): string {
  const { data: modules } = encode(text, { border });
  const side = modules.length * pixelsPerModule;
  const png = new PNG({ width: side, height: side });
  png.data.fill(white);
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const row = Math.floor(pixel / side / pixelsPerModule);
    const column = Math.floor((pixel % side) / pixelsPerModule);
    if (modules[row]?.[column]) png.data.fill(0, 4 * pixel, 4 * pixel + 3);
  }
  return `data:image/png;base64,${PNG.sync.write(png, { colorType: 0 }).toString("base64")}`;
}
