import { net, session } from "electron";

/**
 * `net.fetch`, but what is posted is sent once, whatever happens. When a connection that has served before breaks without
 * an answer, Chromium sends the request again by itself, a POST too: a second code would go out to somebody's phone, or a
 * code that was taken would be refused as used.
 */
export async function fetchOnce(url: string, init?: RequestInit): Promise<Response> {
  // What is only asked for may be sent again, and has connections of its own, which a post does not close.
  if (init?.method !== "POST") return session.fromPartition("verifik-questions").fetch(url, init);
  // A new connection has not served before. One thing is posted at a time, so no other post is on the old ones.
  await session.defaultSession.closeAllConnections();
  return net.fetch(url, init);
}
