import { type net, type ProxyConfig, session } from "electron";
import { sessionBy } from "./post-without-retry.ts";

/**
 * `net.fetch` for what concerns nobody: by a session of its own that is in memory only and knows no cookie, and without
 * telling system, language and versions, which Chromium's own user agent does. Goes by `proxy`, or as the system says.
 */
export function createAnonymousFetch(proxy: ProxyConfig | undefined): typeof net.fetch {
  const anonymous = sessionBy(proxy, () => {
    const own = session.fromPartition("anonymous");
    // GitHub answers nobody without a user agent.
    own.setUserAgent("Verifik-Tray", "en");
    return own;
  });
  return async (url, init) => (await anonymous()).fetch(url, init);
}
