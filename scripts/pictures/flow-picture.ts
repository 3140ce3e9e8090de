import { readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-wasm";
import type { Language } from "../../texts/index.ts";
import type { PictureName } from "./captions.ts";
import type { Theme } from "./window-picture.ts";

/** The frames from login to copied token, and a message that comes. */
const frames: readonly PictureName[] = [
  "window-phone-number",
  "window-code",
  "window-logged-in",
  "window-copied",
  "window-renewed",
];

/** Between frames, and of the whole, in pixels. */
const gap = 32;
const width = 1600;

export function flowFile(language: Language, theme: Theme): string {
  return `flow-${language}-${theme}.png`;
}

/** Puts pictures of the window side by side, as the strip of a film. `fileOf` names the pictures that exist. */
export function joinFlowPicture(fileOf: (name: PictureName) => string, target: string): void {
  const pictures = frames.map((name) => readFileSync(fileOf(name)));
  // The width and the height are at fixed places of a PNG: https://www.w3.org/TR/png/#11IHDR
  const sizes = pictures.map((png) => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }));
  const whole = sizes.reduce((sum, size) => sum + size.width + gap, -gap);
  const height = Math.max(...sizes.map((size) => size.height));
  let x = 0;
  const images = pictures.map((png, index) => {
    const size = sizes[index] ?? { width: 0, height: 0 };
    const image = `<image x="${x}" width="${size.width}" height="${size.height}" href="data:image/png;base64,${png.toString("base64")}"/>`;
    x += size.width + gap;
    return image;
  });
  const strip = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round((height * width) / whole)}" viewBox="0 0 ${whole} ${height}">${images.join("")}</svg>`;
  writeFileSync(target, new Resvg(strip).render().asPng());
}
