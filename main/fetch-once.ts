import { type net, type ProxyConfig, type Session, session } from "electron";
import { refuseOddStatuses } from "./refuse-odd-statuses.ts";

/**
 * `net.fetch`, but what is posted is sent once, whatever happens. When a connection that has served before breaks without
 * an answer, Chromium sends the request again by itself, a POST too: a second code would go out to somebody's phone, or a
 * code that was taken would be refused as used. Goes by `proxy`, or as the system says.
 */
export function createFetchOnce(proxy: ProxyConfig | undefined): typeof net.fetch {
  const asked = sessionBy(proxy, () => session.fromPartition("verifik-questions"));
  const posted = sessionBy(proxy, () => session.defaultSession);

  return async (url, init) => {
    // What is only asked for may be sent again, and has connections of its own, which a post does not close.
    if (init?.method !== "POST") return (await asked()).fetch(url, init);
    const own = await posted();
    // A new connection has not served before. One thing is posted at a time, so no other post is on the old ones.
    await own.closeAllConnections();
    return own.fetch(url, init);
  };
}

/** The session, with its proxy, from the first request on: none is made before somebody asks for something. */
function sessionBy(proxy: ProxyConfig | undefined, find: () => Session): () => Promise<Session> {
  let ready: Promise<Session> | undefined;
  const open = async () => {
    const found = find();
    refuseOddStatuses(found);
    if (proxy) await found.setProxy(proxy);
    return found;
  };
  return () => {
    ready ??= open();
    return ready;
  };
}
