import { session } from "electron";
import { refuseOddStatuses } from "./refuse-odd-statuses.ts";

/**
 * `net.fetch` for what concerns nobody: by a session of its own that is in memory only and knows no cookie, and without
 * telling system, language and versions, which Chromium's own user agent does.
 */
export async function fetchAnonymously(url: string, init?: RequestInit): Promise<Response> {
  const own = session.fromPartition("anonymous");
  refuseOddStatuses(own);
  // GitHub answers nobody without a user agent.
  own.setUserAgent("Verifik-Tray", "en");
  return own.fetch(url, init);
}
