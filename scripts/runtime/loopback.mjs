import { isIPv4 } from "node:net";
import { SetupFailure } from "../setup/failure.mjs";

/**
 * Restricts the fallback runtime to this computer. It gets no security fixes any more, so it must never meet a foreign server
 * or a real token: call this with the API's address before it starts.
 *
 * @param {string | URL} apiUrl
 * @throws {SetupFailure} not-loopback
 */
export function assertLoopback(apiUrl) {
  const { hostname } = new URL(apiUrl);
  const isLoopback =
    hostname === "localhost" || hostname === "[::1]" || (isIPv4(hostname) && hostname.startsWith("127."));
  if (isLoopback) return;
  throw new SetupFailure(
    "not-loopback",
    `The fallback Electron serves an API on this computer only, not ${hostname}. For Verifik itself use: npm start`,
  );
}
