import type { ProxyConfig } from "electron";
import type { Fetch } from "./http-client.ts";
import { lazySession } from "./lazy-session.ts";

/**
 * A fetch that tells the server nothing about the user: a session of its own without cookies, and a user agent without
 * Chromium's system, language and versions.
 */
export function createAnonymousFetch(proxy: ProxyConfig | undefined): Fetch {
  const openSession = lazySession("anonymous", proxy, (session) => {
    // GitHub refuses requests without one: https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api
    session.setUserAgent("Verifik-Tray", "en");
  });
  return async (request) => (await openSession()).fetch(request);
}
