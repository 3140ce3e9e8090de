import { type net, type ProxyConfig, type Session, session } from "electron";
import { Pool } from "../../domain/async/pool.ts";
import { blockInvalidStatusCodes } from "./block-invalid-status-codes.ts";

/** More at once is no person's doing; what comes after them waits for one of them to end. */
const mostPostsAtOnce = 8;

/**
 * `net.fetch`, but what is posted is sent once, whatever happens. When a connection that has served before breaks without
 * an answer, Chromium sends the request again by itself, a POST too: a second code would go out to somebody's phone, or a
 * code that was taken would be refused as used. Goes by `proxy`, or as the system says. The caller's signal has to be aborted
 * when the call is over, however it ended.
 */
export function createFetchWithoutRetry(proxy: ProxyConfig | undefined): typeof net.fetch {
  const asked = sessionBy(proxy, () => session.fromPartition("verifik-questions"));
  // A new connection has not served before. But closing the old ones ends what is under way on them, so each post has a session
  // with no other post in it.
  const lanes = new Pool(mostPostsAtOnce, (number) =>
    sessionBy(proxy, () => session.fromPartition(`verifik-posts-${number}`)),
  );

  return async (url, init) => {
    // What is only asked for may be sent again, and has connections of its own, which a post does not close.
    if (init?.method !== "POST") return (await asked()).fetch(url, init);
    const lane = await lanes.take();
    if (init.signal?.aborted) lane.free();
    else init.signal?.addEventListener("abort", lane.free, { once: true });
    const own = await lane.value();
    await own.closeAllConnections();
    return own.fetch(url, init);
  };
}

/** The session, with its proxy, from the first request on: none is made before somebody asks for something. */
export function sessionBy(proxy: ProxyConfig | undefined, find: () => Session): () => Promise<Session> {
  let ready: Promise<Session> | undefined;
  const open = async () => {
    const found = find();
    blockInvalidStatusCodes(found);
    if (proxy) await found.setProxy(proxy);
    return found;
  };
  return () => {
    ready ??= open();
    return ready;
  };
}
