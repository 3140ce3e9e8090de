import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";

export const encodings = ["gzip", "deflate", "br", "gzip-cut", "gzip-in-name-only", "unknown", "bomb"] as const;

export type Encoding = "none" | (typeof encodings)[number];

/** 20 KiB on the wire, 20 MiB in memory. */
const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, " "));

interface Encoded {
  readonly headers: readonly string[];
  readonly bytes: Buffer;
  /** It can be decoded, and is not too large then. */
  readonly isSound: boolean;
}

export function applyEncoding(encoding: Encoding, body: Buffer): Encoded {
  const as = (name: string, bytes: Buffer, isSound: boolean): Encoded => ({
    headers: [`Content-Encoding: ${name}`],
    bytes,
    isSound: isSound && body.length > 0,
  });
  switch (encoding) {
    case "none":
      return { headers: [], bytes: body, isSound: true };
    case "gzip":
      return as("gzip", gzipSync(body, { level: 1 }), true);
    case "deflate":
      return as("deflate", deflateSync(body, { level: 1 }), true);
    case "br":
      // Chromium accepts brotli from https servers only.
      return as("br", brotliCompressSync(body, { params: { 1: 0 } }), false);
    case "gzip-cut":
      return as("gzip", gzipSync(body, { level: 1 }).subarray(0, -12), false);
    case "gzip-in-name-only":
      return as("gzip", body, false);
    case "unknown":
      return as("zip, x-none", body, false);
    case "bomb":
      return as("gzip", bomb, false);
  }
}
