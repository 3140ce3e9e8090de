import { net, session } from "electron";

/**
 * `net.fetch`, but what is posted is sent once, whatever happens. When a connection that has served before breaks without
 * an answer, Chromium sends the request again by itself, a POST too: a second code would go out to somebody's phone, or a
 * code that was taken would be refused as used.
 */
export async function fetchOnce(url: string, init?: RequestInit): Promise<Response> {
  // A new connection has not served before. Only one thing is posted at a time, so no other post is on the old ones.
  if (init?.method === "POST") await session.defaultSession.closeAllConnections();
  return net.fetch(url, init);
}
