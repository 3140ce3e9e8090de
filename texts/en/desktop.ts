import type { RenewalFailure } from "../../domain/token/renewal-record.ts";
import type { TimeLeft } from "../../domain/token/time-left.ts";
import { shortName } from "../short-name.ts";

/** "29 days"; "less than a minute" below one. */
export function span({ unit, count }: TimeLeft): string {
  if (count === 0) return "less than a minute";
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** The texts of tray, menu and notifications. */
export const desktop = {
  productName: "Verifik Tray",
  startFailed: (reason: string) => `Verifik Tray could not start: ${reason}`,
  sandboxOff:
    "this system does not let ordinary users run Chromium’s sandbox, and without it the window is not safe. Install the deb or rpm package instead.",

  unexpectedError: "Something went wrong inside Verifik Tray.",
  unexpectedErrorDetail:
    "It is still running. If something no longer works, quit and start it again. To report this, open Settings and choose “Export…”.",

  // State of the token
  notLoggedIn: "Not logged in",
  tokenValid: (left: TimeLeft) => `Token valid · ${span(left)} left`,
  tokenExpiresSoon: (left: TimeLeft) => `Token expires soon · ${span(left)} left`,
  tokenExpired: "Token expired",
  tokenRejected: "Token rejected by Verifik",
  expiresOn: (date: string) => `Expires on ${date}`,
  expiresAround: (date: string) => `Expires around ${date} (estimated)`,
  expiredOn: (date: string) => `Expired on ${date}`,
  storedTokenUnreadable: "The stored token cannot be read",
  inMemoryOnly: "Kept in memory only, until you quit",

  // Actions
  copyToken: "Copy bearer token",
  copyAs: "Copy as",
  authorizationHeader: "Authorization header",
  envLine: (variableName: string) => `.env line (${shortName(variableName)})`,
  copied: (clearsInMs: number | undefined) =>
    clearsInMs === undefined
      ? "Copied. The clipboard is cleared when you quit."
      : `Copied. The clipboard is cleared in ${Math.round(clearsInMs / 1000)} seconds.`,
  renewForOneMonth: "Renew for one month",
  automaticRenewal: "Automatic renewal",
  checkToken: "Check token",
  logIn: "Log in…",
  logInAgain: "Log in again…",
  thisAccount: "This account",
  logOut: "Log out",
  revokeTokens: "Revoke all tokens…",
  openWindow: "Open Verifik Tray",
  settings: "Settings…",
  quit: "Quit",

  // Reminders
  reminderExpiresIn: (left: TimeLeft) => `Verifik token expires in ${span(left)}`,
  reminderExpired: "Verifik token expired",
  clickToRenew: "Click here to renew it.",
  clickToLogIn: "Click here to log in again.",

  // Why the token did not renew itself
  notRenewed: (why: string) => `Not renewed automatically. ${why}.`,
  needsKeyring: "It waits for a keyring",
  needsDisk: "It waits until the disk can be written again",
  shortLife: "Not for tokens that last less than two days",
  loginUnderWay: "It waits for the login to end",
  renewalFailures: {
    "no-answer": "Verifik did not answer",
    "server-unwell": "Verifik had trouble of its own",
    "too-many-requests": "Verifik asked to wait",
    refused: "Verifik refused it",
    "token-rejected": "Verifik no longer accepts the token",
    "not-stored": "The new token could not be stored",
    "no-longer-life": "The new token would have expired sooner",
  } satisfies Record<RenewalFailure, string>,

  // A copied token that is no longer the present one
  copyExpiresIn: (day: string, left: TimeLeft) => `The token you copied on ${day} expires in ${span(left)}`,
  copyExpiresInAbout: (day: string, left: TimeLeft) => `The token you copied on ${day} expires in about ${span(left)}`,
  copyExpired: (day: string) => `The token you copied on ${day} has expired`,
  copyExpiredAbout: (day: string) => `The token you copied on ${day} has probably expired`,
  copyLine: (day: string, left: TimeLeft) => `Copied on ${day} · expires in ${span(left)}`,
  copyLineExpired: (day: string) => `Copied on ${day} · expired`,
  newerTokenHere: "A newer one is here: copy it to where you use it.",
  logInForNewToken: "Log in to get a new one.",
  // The command line
  commandLineUsed: "A program got the Verifik token by the verifik-tray command",
  commandLineFoundOn: "The verifik-tray command can read the token",
  commandLineAdvice: "Any program that runs as you can get the token. Click here to see or change this.",
};

export type DesktopTexts = typeof desktop;
