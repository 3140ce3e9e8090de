import type { Enrolment } from "../../domain/ports.ts";
import { Secret } from "../../domain/secret.ts";

const longestQrCodeUrl = 200_000;
/** A picture that is small in bytes can be large enough in pixels to fill the memory of who draws it. */
const longestSidePixels = 4096;
/** The signature, and the head of the first chunk; width and height follow. */
const pngHead = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/**
 * What an authenticator app is set up with, as far as it can be used: another picture than a PNG, and a key that is not
 * base32, is left out. `undefined` when nothing can be, and when the account has its authenticator already.
 */
export function readEnrolment(given: {
  readonly QRCode?: unknown;
  readonly secretKey?: unknown;
}): Enrolment | undefined {
  const qrCode = readQrCode(given.QRCode);
  const secretKey = readSecretKey(given.secretKey);
  return qrCode || secretKey ? { qrCode, secretKey } : undefined;
}

function readQrCode(url: unknown): Secret | undefined {
  if (typeof url !== "string" || url.length > longestQrCodeUrl) return undefined;
  const base64 = /^data:image\/png;base64,([A-Za-z0-9+/]+={0,2})$/.exec(url)?.[1];
  // Whole groups of four characters are what can be decoded.
  if (base64 === undefined || base64.length % 4 !== 0) return undefined;
  const head = atob(base64.slice(0, 32));
  const isPng = head.startsWith(pngHead) && isDrawable(head, 16) && isDrawable(head, 20);
  return isPng ? new Secret(url) : undefined;
}

/** Whether the big-endian number at this place is a side that a picture of a code can have. */
function isDrawable(bytes: string, offset: number): boolean {
  const pixels = [...bytes.slice(offset, offset + 4)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
  return pixels > 0 && pixels <= longestSidePixels;
}

/** Keys are shown in groups, and some end in the padding of base32, which apps do not want. */
function readSecretKey(key: unknown): Secret | undefined {
  if (typeof key !== "string") return undefined;
  const base32 = key
    .replace(/[\s-]/g, "")
    .replace(/={1,6}$/, "")
    .toUpperCase();
  return /^[A-Z2-7]{16,128}$/.test(base32) ? new Secret(base32) : undefined;
}
