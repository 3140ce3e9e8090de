import type { TimeLeft } from "../../domain/token/time-left.ts";
import type { MissingTray, OtpChannel, StoreProblem, UnreadableToken } from "../../preload/contract.ts";
import { countdown, shortCountdown, spokenDuration } from "../duration.ts";
import { withFullStop } from "../short-date.ts";
import { span } from "./desktop.ts";

const channelNames: Record<OtpChannel, string> = { whatsapp: "by WhatsApp ", sms: "by SMS ", other: "" };

/** The texts of the window. */
export const window = {
  unofficial: "Unofficial client. Not affiliated with or endorsed by Verifik.",
  startAtLogin: "Start when I sign in",

  // Phone number
  logInHeading: "Log in to Verifik",
  logInIntro: "Verifik sends a one-time code, no password.",
  country: "Country",
  countries: "Countries",
  phoneNumber: "Phone number",
  phoneHelp: (country: string, callingCode: string) =>
    `${country}. You can paste the whole number, with ${callingCode}.`,
  searchCountries: "Name, calling code or ISO code",
  noCountry: "No country matches.",
  countriesFound: (count: number) => (count === 1 ? "1 country" : `${count} countries`),
  rememberedNumber: "Your number",
  useOtherNumber: "Use another",
  numberForgotten: "The number was forgotten.",
  rememberNumber: "Remember this number",
  sendCode: "Send code",
  sendingCode: "Sending…",
  cancel: "Cancel",
  handleWithCare:
    "Anyone who has the token can spend your credits. Verifik takes no responsibility for how it is handled.",

  // Code
  codeHeading: "Enter the code",
  codeSent: (channel: OtpChannel, maskedPhone: string) => `Sent ${channelNames[channel]}to ${maskedPhone}`,
  verificationCode: "Verification code",
  codeExpiresIn: (remainingMs: number) => `Good for ${countdown(remainingMs)}`,
  codeExpiresInSpoken: (remainingMs: number, locale: string) =>
    `The code expires in ${spokenDuration(remainingMs, locale)}.`,
  codeExpired: "This code has expired.",
  codeCheckedAutomatically: "The code is checked as soon as you have entered all six digits.",
  verify: "Verify",
  verifying: "Verifying…",
  resendCode: "Resend code",
  sendNewCode: "Send a new code",
  resendIn: (remainingMs: number) => `Resend in ${countdown(remainingMs)}`,
  resendNow: "You can request another code now.",
  haveCode: "I have the code",
  nextCodeIn: (remainingMs: number) => `You can request another one in ${countdown(remainingMs)}.`,
  nextCodeNow: "You can request another one now.",
  tryAgain: "Try again",
  tryAgainIn: (remainingMs: number) => `You can try again in ${countdown(remainingMs)}.`,
  tryAgainNow: "You can try again now.",
  codeResent: "A new code is on its way.",
  changeNumber: "Change number",

  // Second factor
  authenticatorHeading: "One more code",
  authenticatorIntro: "Your account has a second factor. Enter the code that your authenticator app shows for Verifik.",
  authenticatorCode: "Authenticator code",
  enrolmentHeading: "Set up your authenticator",
  enrolmentIntro: "Your account needs an authenticator app. Scan this with it; it is shown during this login only.",
  qrCode: "QR code for your authenticator app",
  secretKey: "Or type in the key",
  enrolmentCode: "Then enter the six digits it shows",

  // Token
  loggedInHeading: "You are logged in",
  left: (left: TimeLeft) => `${span(left)} left`,
  expired: "Expired",
  rejected: "Rejected by Verifik",
  cannotBeRead: "Cannot be read",
  /** What the ruler shows; `life` is the token's whole life. */
  leftOfLife: (left: TimeLeft, life: TimeLeft) =>
    `${left.unit === life.unit ? left.count : span(left)} of ${span(life)} left`,
  noneOfLifeLeft: (life: TimeLeft) => `None of ${span(life)} left`,
  lifeUnknown: "How much of the token’s life is left cannot be read",
  startDate: (momentMs: number, locale: string) =>
    new Intl.DateTimeFormat(locale, { month: "short", day: "numeric" }).format(momentMs),
  wouldExpireOn: (date: string) => `Would expire on ${date}`,
  envLineFormat: ".env line",
  copiedClearsIn: (remainingMs: number) => `Copied · clears in ${shortCountdown(remainingMs)}`,
  copiedClearsAtQuit: "Copied · clears when you quit",
  clearNow: "Clear now",
  closeMessage: "Close message",
  clipboardCleared: "The clipboard was cleared.",
  more: "More",
  estimated: "The token does not say when it expires. We assume 30 days.",
  offlineWithToken: "This computer is offline. The token can still be copied.",
  tokenAccepted: "Verifik accepts the token.",
  checking: "Checking with Verifik…",
  accepted: (ago: TimeLeft) => (ago.count === 0 ? "accepted just now" : `accepted ${span(ago)} ago`),
  rejectedNow: "rejected",
  account: "Account",
  accountAndCredits: "Account and credits",
  notChecked: "Not checked yet",
  mayBeRevoked: "It may have been revoked. Some proxies say this too, so the token is kept.",
  checkAgain: "Check again",
  useAnyway: "Use it all the same",
  useAnywayHint: "Elsewhere it may still work",
  copy: "Copy",
  credits: (count: number, locale: string) =>
    `${count.toLocaleString(locale)} ${Math.abs(count) === 1 ? "credit" : "credits"}`,
  renewNow: "Renew now",
  renew: "Renew",
  renewalLength: "Renewal period",
  months: (count: number) => (count === 1 ? "1 month" : `${count} months`),
  renewsFor: (count: number) => `For ${count === 1 ? "1 month" : `${count} months`}, without a code`,
  renewing: "Renewing…",
  tokenRenewed: (date: string) => `Renewed. The new token expires on ${date}; the old one still works.`,
  renewalRefused: "Verifik did not renew the token because it no longer accepts it. Log in to get a new one.",
  automaticRenewalHeading: "Automatic renewal",
  renewalOff: "Off: you need a code after it expires",
  nextRenewalOn: (day: string) => `Next on ${day}`,
  nextRenewalAt: (time: string) => `Next at ${time}`,
  nextTryOn: (day: string) => `Next try on ${day}`,
  nextTryAt: (time: string) => `Next try at ${time}`,
  noFurtherTry: "No further try",
  renewedAutomatically: (day: string) => `Renewed automatically on ${day}`,
  /** Added to the ruler's words, for the dot above it. */
  renewsItselfOn: (day: string) => `renews itself on ${day}`,
  offerRenewal: "Renew it automatically from now on?",
  turnOnRenewal: "Turn on",
  declineRenewal: "No, thanks",
  beingStored: "Storing the new token…",

  // Revoking
  revokeHeading: "Revoke all tokens?",
  revokeIntro:
    "Every token of this account stops working at once; this computer gets a new one. Until they have it too, these fail:",
  revokeConsequences: [
    "scripts, servers and deployments",
    "your other computers, and your team’s",
    "copies in files and password managers",
  ],
  revokeFinal: "This cannot be undone.",
  revokeConfirm: "Revoke all and get a new one",
  revoking: "Revoking…",
  tokensRevoked: "All earlier tokens have stopped working. Copy the new one to wherever you use it.",
  copyRevoked: (day: string) =>
    `All earlier tokens have stopped working, also the one you copied on ${day}. Copy the new one to wherever you use it.`,
  copyDismissed: (day: string) => `There are no more reminders of the token you copied on ${day}.`,
  copyNewer: "Copy the newer token",
  noLongerUseCopy: "I don’t use it any more",
  loggedOut: (date: string) =>
    withFullStop(
      `The token was deleted from this computer. Copies of it elsewhere keep working until it expires on ${date}`,
    ),
  loggedOutCopy: (day: string, date: string) =>
    withFullStop(`The token you copied on ${day} keeps working until it expires on ${date}`),
  memoryWithoutKeyring:
    "No keyring is open, so the token is kept in memory only and is lost when you quit. Unlock or start one (GNOME Keyring or KWallet): the token is then stored.",
  memoryAfterWriteFailure:
    "The token could not be written to disk, so it is kept in memory only and is lost when you quit. Check free space and permissions, then log in again.",
  unreadable: (why: UnreadableToken) => {
    if (why.reason === "no-keyring") {
      return "A token is stored here, but no keyring is available to decrypt it. We have not deleted it. Unlock the keyring, or log in again.";
    }
    if (why.reason === "other-keyring") {
      return `The stored token was encrypted by ${why.encryptedBy}, but this desktop uses ${why.present}. We have not deleted it: it can be read again when ${why.encryptedBy} is back. Or log in again.`;
    }
    return "The stored token was encrypted with a key that your keyring no longer has; the keyring may have been reset. We have not deleted the token. Log in again.";
  },
  restart: "Restart",
  settingsDamaged: "The settings file was damaged and was set aside. Verifik Tray is using the default settings.",

  // Settings
  settingsHeading: "Settings",
  back: "Back",
  saved: "Saved.",
  remindersHeading: "Reminders",
  remindersBefore: "Before the token expires",
  remindersHint: "Also of the last token that you copied, if it is an older one. Earlier copies are not watched.",
  reminderOffsets: {
    "7-days": "7 days",
    "1-day": "1 day",
    "1-hour": "1 hour",
    expiry: "At expiry",
  },
  ownReminder: "Other…",
  ownReminderDays: "Days before",
  days: (count: number): string => (count === 1 ? "day" : "days"),
  ownReminderInvalid: (longestDays: number) => `Enter a whole number of days, from 1 to ${longestDays}.`,
  renewalHeading: "Renewal",
  automaticRenewalHint:
    "At two thirds of the token’s life, for one month, without a code. Whoever takes this computer unlocked then stays logged in.",
  copyingHeading: "Copying",
  clipboardClearing: "Clear the clipboard",
  clipboardClearings: {
    "15-seconds": "After 15 s",
    "45-seconds": "After 45 s",
    "2-minutes": "After 2 min",
    "at-quit": "When I quit",
  },
  clipboardHint: "And always when you quit, or lock the screen if the system reports it.",
  variableName: "Name in the .env line",
  ownVariableName: "Another…",
  ownVariableNameField: "Name",
  commandLineHeading: "Command line",
  commandLine: "Let the verifik-tray command read the token",
  commandLineHint: "Any program that runs as you can then get the token without asking.",
  commandLineUses: (count: number, since: string, last: string) =>
    count === 1 ? `Command line: once, at ${last}` : `Command line: ${count} times since ${since}, last at ${last}`,
  commandLineNoPlace: "It does not work now: there is no folder that only you can open.",
  generalHeading: "General",
  language: "Language",
  systemLanguage: "Same as system",
  updateCheck: "Look for new versions",
  updateCheckHint: (version: string, host: string) => `This is ${version}. Asks ${host}, once a day at most.`,
  updateAvailable: (version: string) => `Version ${version} is available.`,
  getUpdate: "Get it from github.com",
  hideUpdate: "Hide",
  updateHidden: "Hidden. You can still find it in Settings.",
  aboutHeading: "About",
  diagnostics: "Diagnostics",
  diagnosticsHint: "For the person who helps you. Plain text without token, codes or numbers.",
  exportDiagnostics: "Export…",
  diagnosticsSaved: "The file was saved.",
  storeProblem: (problem: StoreProblem) =>
    ({
      damaged: "The file with the stored token was damaged. It was set aside, and Verifik Tray started without it.",
      newer:
        "The file with the stored token was written by a newer version of Verifik Tray. It was set aside, and this version started without it.",
      unreachable:
        "The file with the stored token cannot be read or written. Check the permissions of the settings folder; until then, a token is kept in memory only.",
    })[problem],
  missingTray: (why: MissingTray) =>
    ({
      none: "This desktop shows no tray icons, so this window has everything. To open it again, start Verifik Tray. A panel or bar with a tray adds the icon.",
      "none-on-gnome":
        "GNOME shows no tray icons by itself, so this window has everything. To open it again, start Verifik Tray. The AppIndicator extension adds the icon.",
      refused:
        "This desktop's tray did not accept our icon, so this window has everything. To open it again, start Verifik Tray.",
    })[why],
  accountAtVerifik: "Your account at Verifik",
  openVerifik: "Open verifik.co",
  testBuild: "Test build with an old Electron, for a sandbox on this computer only. Do not use it with a real account.",
  otherOrigin: (origin: string) => `Connected to ${origin} instead of api.verifik.co.`,
};

export type WindowTexts = typeof window;
