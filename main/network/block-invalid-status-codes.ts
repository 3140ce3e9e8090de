import type { Session } from "electron";

/**
 * Cancels responses with a status outside 200–599, for which Electron's fetch throws where we cannot catch it: its `Response` is
 * constructed in an event handler, and the RangeError becomes an error dialog while the call waits for its deadline. Can go when
 * net.fetch rejects instead (https://github.com/rancher-sandbox/rancher-desktop/pull/10686 has the same error with status 0).
 */
export function blockInvalidStatusCodes({ webRequest }: Session): void {
  webRequest.onHeadersReceived(({ statusCode }, respond) => respond({ cancel: statusCode < 200 || statusCode > 599 }));
}
