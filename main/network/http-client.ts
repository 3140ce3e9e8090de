import ky, { type Options } from "ky";
import type { Fetch } from "./transport.ts";

/**
 * One request by ky, answered whatever its status. In a file of its own when bundled, since it brings the web's `Request` and `Response`
 * with it, which cost a process several megabytes: most starts make no call.
 */
export function request(path: string, origin: string, options: Options, fetch: Fetch, signal: AbortSignal) {
  return ky(path, {
    ...options,
    prefix: origin,
    fetch: async (input) => fetch(...(await asParts(input, signal))),
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
  });
}

/** Electron's fetch takes no Request object with all of its options, so it gets the parts. */
async function asParts(input: RequestInfo | URL, signal: AbortSignal): Promise<[string, RequestInit]> {
  const parts = new Request(input);
  return [
    parts.url,
    {
      method: parts.method,
      headers: Object.fromEntries(parts.headers),
      ...(parts.body && { body: await parts.text() }),
      signal,
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
    },
  ];
}
