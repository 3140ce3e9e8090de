import { net, session } from "electron";

/**
 * `net.fetch`, but a request is sent once, whatever happens. When a connection that has served before breaks without an
 * answer, Chromium sends the request again by itself, a POST too: a second code would go out to somebody's phone, or a
 * code that was taken would be refused as used.
 */
export async function fetchOnce(url: string, init?: RequestInit): Promise<Response> {
  // There is one call at a time: nobody waits for what else may be on these connections.
  await session.defaultSession.closeAllConnections();
  return net.fetch(url, init);
}
