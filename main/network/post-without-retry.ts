import type { ProxyConfig } from "electron";
import pLimit from "p-limit";
import type { ApiOutcome, HttpClientOptions } from "./http-client.ts";
import { lazySession } from "./lazy-session.ts";
import { createTransport, type Transport } from "./transport.ts";

/** Nobody triggers more than eight POSTs at once; later ones queue. */
const mostPostsAtOnce = 8;

/**
 * A transport over Chromium's network stack that sends each POST once, whatever happens to the connection.
 *
 * When a kept-alive connection breaks before the response's head, Chromium sends the request again on another connection, even
 * a POST: `HttpNetworkTransaction::ShouldResendRequest` in
 * https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_network_transaction.cc. A phone would get a second code,
 * or a code that was accepted would be refused as used. The first request on a connection is never repeated, so each POST closes
 * the connections of its session first. That would break other POSTs in the same session, so concurrent POSTs have a session each.
 */
export function createTransportWithoutRetry(
  proxy: ProxyConfig | undefined,
  options: Omit<HttpClientOptions, "fetch">,
): Transport {
  const limitPosts = pLimit(mostPostsAtOnce);
  const idle: Transport[] = [];
  let opened = 0;

  function openPostTransport(): Transport {
    const openSession = lazySession(`verifik-posts-${opened++}`, proxy);
    return createTransport({
      ...options,
      async fetch(request) {
        const session = await openSession();
        await session.closeAllConnections();
        return session.fetch(request);
      },
    });
  }

  function post(call: (transport: Transport) => Promise<ApiOutcome>): Promise<ApiOutcome> {
    return limitPosts(async () => {
      const transport = idle.pop() ?? openPostTransport();
      try {
        return await call(transport);
      } finally {
        idle.push(transport);
      }
    });
  }

  const openGetSession = lazySession("verifik-gets", proxy);
  return {
    // A GET may be repeated, and its connections are kept.
    ...createTransport({ ...options, fetch: async (request) => (await openGetSession()).fetch(request) }),
    postJson: (path, body) => post((transport) => transport.postJson(path, body)),
    post: (path, bearerToken) => post((transport) => transport.post(path, bearerToken)),
  };
}
