import { useEffect, useRef, useState } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";

/**
 * Of the drawing, in CSS pixels: the style's width of `.qr-code` without its rim. Smaller, a long address would be more than
 * a camera can read.
 */
const sidePx = 160;

/** Draws a PNG picture, given as a data: URL, which the page's policy would not load into an `<img>`. */
export function QrCode({ picture }: { picture: string }) {
  const { texts } = useWindow();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    let wanted = true;
    decode(picture).then(
      (bitmap) => {
        if (wanted && canvas.current) draw(bitmap, canvas.current);
        bitmap.close();
      },
      () => wanted && setBroken(true),
    );
    return () => {
      wanted = false;
    };
  }, [picture]);

  return broken ? null : <canvas ref={canvas} class="qr-code" role="img" aria-label={texts.qrCode} />;
}

/** Rejects when it is damaged. */
async function decode(picture: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(picture.slice(picture.indexOf(",") + 1)), (byte) => byte.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: "image/png" }));
}

/** As large as fits; a small picture by a whole number, so that all its squares are of one size. */
function draw(bitmap: ImageBitmap, canvas: HTMLCanvasElement): void {
  const side = Math.round(sidePx * devicePixelRatio);
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (!context) return;
  const fits = side / Math.max(bitmap.width, bitmap.height);
  const scale = fits >= 1 ? Math.floor(fits) : fits;
  const width = bitmap.width * scale;
  const height = bitmap.height * scale;
  context.imageSmoothingEnabled = scale < 1;
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, Math.floor((side - width) / 2), Math.floor((side - height) / 2), width, height);
}
