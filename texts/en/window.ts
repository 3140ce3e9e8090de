import type { OtpChannel, StoreProblem, UnreadableToken } from "../../preload/contract.ts";
import { countdown, spokenDuration } from "../duration.ts";

const channelNames: Record<OtpChannel, string> = { whatsapp: "by WhatsApp ", sms: "by SMS ", other: "" };

/** What only the window says. */
export const window = {
  unofficial: "Unofficial client. Not affiliated with or endorsed by Verifik.",
  startAtLogin: "Start when I sign in to this computer",

  // Phone number
  logInHeading: "Log in to Verifik",
  logInIntro: "Verifik sends a code to the phone number of your Verifik account.",
  country: "Country",
  countries: "Countries",
  phoneNumber: "Phone number",
  searchCountries: "Name, calling code or ISO code",
  noCountry: "No country matches.",
  countriesFound: (count: number) => (count === 1 ? "1 country" : `${count} countries`),
  rememberedNumber: "Your number",
  useOtherNumber: "Use another number",
  forgetNumber: "Forget this number",
  numberForgotten: "The number was forgotten.",
  rememberNumber: "Remember this number",
  sendCode: "Send code",
  sendingCode: "Sending…",
  cancel: "Cancel",
  handleWithCare:
    "Anyone who has the token can spend your Verifik credits. Verifik takes no responsibility for how it is handled.",

  // Code
  codeHeading: "Enter the code",
  codeSent: (channel: OtpChannel, maskedPhone: string) => `Sent ${channelNames[channel]}to ${maskedPhone}`,
  verificationCode: "Verification code",
  codeExpiresIn: (remainingMs: number) => `The code is good for ${countdown(remainingMs)}`,
  codeExpiresInSpoken: (remainingMs: number, locale: string) =>
    `The code is good for ${spokenDuration(remainingMs, locale)}.`,
  codeExpired: "The code has expired. Ask for a new one.",
  codeCheckedAutomatically: "It is checked as soon as all six digits are there.",
  verify: "Verify",
  verifying: "Verifying…",
  resendCode: "Resend code",
  resendIn: (remainingMs: number) => `in ${countdown(remainingMs)}`,
  resendNow: "Another code can be sent now.",
  haveCode: "I have the code",
  nextCodeIn: (remainingMs: number) => `Another one can be sent in ${countdown(remainingMs)}.`,
  nextCodeNow: "Another one can be sent now.",
  tryAgainIn: (remainingMs: number) => `You can try again in ${countdown(remainingMs)}.`,
  tryAgainNow: "You can try again now.",
  codeResent: "A new code is on its way.",
  changeNumber: "Change number",

  // Second factor
  authenticatorHeading: "One more code",
  authenticatorIntro:
    "Your account has a second factor. Open your authenticator app and enter the code that it shows for Verifik.",
  authenticatorCode: "Authenticator code",
  enrolmentHeading: "Set up your authenticator",
  enrolmentIntro:
    "Your account needs an authenticator app. Scan the QR code with it or type in the key, then enter the six digits that it shows. QR code and key are shown during this login only.",
  qrCode: "QR code for your authenticator app",
  secretKey: "Key",

  // Token
  loggedInHeading: "You are logged in",
  tokenHeading: "Your bearer token",
  phoneUsed: (maskedPhone: string) => `Obtained with ${maskedPhone}`,
  estimated: "The token does not say when it expires; 30 days were assumed.",
  tokenAccepted: "Verifik accepts the token.",
  checking: "Asking Verifik…",
  account: (owner: string) => `Account: ${owner}`,
  credits: (count: number, locale: string) =>
    `${count.toLocaleString(locale)} ${Math.abs(count) === 1 ? "credit" : "credits"}`,
  renew: "Renew",
  renewalLength: "Length of the renewal",
  forMonths: (count: number) => (count === 1 ? "for 1 month" : `for ${count} months`),
  renewing: "Renewing…",
  tokenRenewed: (date: string) => `Renewed until ${date}. The earlier token keeps working until it expires.`,
  renewalRefused: "Verifik did not renew the token because it no longer accepts it. Log in to get a new one.",
  beingStored: "The new token is being stored…",

  // Revoking
  revokeHeading: "Revoke all tokens?",
  revokeIntro:
    "Every token of your Verifik account stops working at once, and this computer gets a new one. These fail until you give them the new token:",
  revokeConsequences: [
    "scripts, servers and deployments that use a token of yours",
    "your other computers, and those of your team",
    "copies in files and password managers",
  ],
  revokeFinal: "This cannot be undone.",
  revokeConfirm: "Revoke all and get a new one",
  revoking: "Revoking…",
  tokensRevoked: "All earlier tokens have stopped working. Copy the new one to wherever you use it.",
  loggedOut: (date: string) =>
    `The token was deleted from this computer. At Verifik it stays valid until ${date}, wherever else you have put it.`,
  memoryWithoutKeyring:
    "No keyring is available, so the token is kept in memory only and is gone when you quit. Unlock or install one (GNOME Keyring or KWallet) and restart Verifik Tray.",
  memoryAfterWriteFailure:
    "The token could not be written to disk, so it is kept in memory only and is gone when you quit. Check free space and permissions, then log in again.",
  unreadable: (why: UnreadableToken) => {
    if (why.reason === "no-keyring") {
      return "A token is stored here, but no keyring can be reached to decrypt it. It is left as it is. Unlock the keyring and restart, or log in again.";
    }
    if (why.reason === "other-keyring") {
      return `The stored token was encrypted by ${why.encryptedBy}, and this desktop uses ${why.present}. It is left as it is, and can be read when ${why.encryptedBy} is back. Or log in again.`;
    }
    return "The stored token was encrypted with a key that your keyring no longer has; it may have been reset. It is left as it is. Log in again.";
  },
  restart: "Restart",
  settingsDamaged: "The settings file was damaged and was set aside. The default settings are in use.",

  // Settings
  settingsHeading: "Settings",
  back: "Back",
  saved: "Saved.",
  remindersHeading: "Expiry reminders",
  reminderOffsets: {
    "7-days": "7 days before",
    "1-day": "1 day before",
    "1-hour": "1 hour before",
    expiry: "When it has expired",
  },
  ownReminder: "Another number of days before",
  ownReminderDays: "Days before",
  ownReminderInvalid: (longestDays: number) => `Enter a whole number of days, from 1 to ${longestDays}.`,
  copyingHeading: "Copying",
  clipboardClearing: "Clear a copied token",
  clipboardClearings: {
    "15-seconds": "After 15 seconds",
    "45-seconds": "After 45 seconds",
    "2-minutes": "After 2 minutes",
    "at-quit": "Only at quit and screen lock",
  },
  clipboardHint: "It is always cleared when you quit, and when the screen is locked, if the system reports it.",
  variableName: "Variable name in the .env line",
  ownVariableName: "Another name…",
  ownVariableNameField: "Name",
  generalHeading: "General",
  language: "Language",
  systemLanguage: "Same as system",
  updateCheck: "Look for new versions",
  updateCheckHint: (version: string, host: string) =>
    `You have version ${version}. At most once a day, when this window opens, ${host} is asked for the latest one.`,
  updateAvailable: (version: string) => `Version ${version} is available.`,
  getUpdate: "Get it from github.com",
  hideUpdate: "Hide",
  updateHidden: "Hidden. It is still in the settings.",
  helpHeading: "Help",
  diagnosticsHint:
    "If something does not work, whoever helps you can use this file: versions, the state of token and settings, and a log of what happened. It is plain text without your token, codes or phone number; read it before you pass it on.",
  exportDiagnostics: "Export diagnostics…",
  diagnosticsSaved: "The file was saved.",
  storeProblem: (problem: StoreProblem) =>
    ({
      damaged: "The file with the stored token was damaged. It was set aside, and Verifik Tray starts without it.",
      newer:
        "The file with the stored token was made by a newer Verifik Tray. It was set aside, and this one starts without it.",
      unreachable:
        "The file with the stored token can be neither read nor written. Check the permissions of the settings folder; until then a token is kept in memory only.",
    })[problem],
  trayMissing:
    "This desktop shows no tray icons, so everything is here. To come back, start Verifik Tray again. On GNOME the AppIndicator extension brings the icon.",
  openVerifik: "Open verifik.co",
  testBuild: "Test build around an old Electron, for a sandbox on this computer. Not for a real account.",
  otherOrigin: (origin: string) => `This window talks to ${origin}, not to Verifik’s own address.`,
};

export type WindowTexts = typeof window;
