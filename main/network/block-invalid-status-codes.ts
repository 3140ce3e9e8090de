import type { Session } from "electron";

/**
 * Answers with a status that is none are refused at their head. Electron's fetch makes a Response of each, and throws for 999, say,
 * where nobody can catch it: an error dialog, and a call that waits for its deadline.
 */
export function blockInvalidStatusCodes({ webRequest }: Session): void {
  webRequest.onHeadersReceived(({ statusCode }, answer) => answer({ cancel: statusCode < 200 || statusCode > 599 }));
}
