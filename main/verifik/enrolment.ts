import type { Enrolment } from "../../domain/ports.ts";
import { Secret } from "../../domain/secret.ts";

const longestQrCodeUrl = 200_000;
/** A small PNG file can have enough pixels to exhaust memory when it is drawn. */
const longestSidePixels = 4096;
/** The signature and the start of the first chunk; width and height follow. */
const pngHead = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/**
 * The QR code and key for setting up an authenticator app. A QR code that is not a PNG and a key that is not base32 are left out.
 * `undefined` if neither is left: the account usually has its authenticator already.
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
  // Base64 decodes in groups of four characters.
  if (base64 === undefined || base64.length % 4 !== 0) return undefined;
  const head = atob(base64.slice(0, 32));
  const isPng = head.startsWith(pngHead) && isDrawable(head, 16) && isDrawable(head, 20);
  return isPng ? new Secret(url) : undefined;
}

/** True if the big-endian number at `offset` is a plausible width or height. */
function isDrawable(bytes: string, offset: number): boolean {
  const pixels = [...bytes.slice(offset, offset + 4)].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
  return pixels > 0 && pixels <= longestSidePixels;
}

/** Without the spaces and dashes that group a key, and without base32 padding, which apps do not accept. */
function readSecretKey(key: unknown): Secret | undefined {
  if (typeof key !== "string") return undefined;
  const base32 = key
    .replace(/[\s-]/g, "")
    .replace(/={1,6}$/, "")
    .toUpperCase();
  return /^[A-Z2-7]{16,128}$/.test(base32) ? new Secret(base32) : undefined;
}
