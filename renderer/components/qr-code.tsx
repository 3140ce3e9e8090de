import { useEffect, useRef, useState } from "preact/hooks";
import { useWindow } from "../state/window-context.ts";

/** The side in CSS pixels: the width of `.qr-code` in the style sheet without border and padding. A smaller code may be too dense for a camera. */
const sidePx = 150;

/** Draws a PNG given as a data: URL. The content security policy does not allow an `<img>` to load one. */
export function QrCode({ picture }: { picture: string }) {
  const { texts } = useWindow();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    let mounted = true;
    decode(picture).then(
      (bitmap) => {
        if (mounted && canvas.current) draw(bitmap, canvas.current);
        bitmap.close();
      },
      () => mounted && setBroken(true),
    );
    return () => {
      mounted = false;
    };
  }, [picture]);

  return broken ? null : <canvas ref={canvas} class="qr-code" role="img" aria-label={texts.qrCode} />;
}

/** @throws (rejects) if the picture is damaged */
async function decode(picture: string): Promise<ImageBitmap> {
  const bytes = Uint8Array.from(atob(picture.slice(picture.indexOf(",") + 1)), (byte) => byte.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: "image/png" }));
}

/** As large as possible. A small picture is enlarged by a whole number, so that all squares have the same size. */
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
