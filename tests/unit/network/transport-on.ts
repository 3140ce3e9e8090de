import type { Fetch } from "../../../main/network/http-client.ts";
import { createTransport } from "../../../main/network/transport.ts";

export const origin = "https://api.verifik.co";

/** The product's transport on a fetch of the test; a response may have 1000 bytes. */
export function transportOn(fetch: Fetch, options: { readonly timeoutMs?: number; readonly origin?: string } = {}) {
  return createTransport({ origin, fetch, timeoutMs: 5000, responseLimitBytes: 1000, ...options });
}
