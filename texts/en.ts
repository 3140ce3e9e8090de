import type { TimeLeft } from "../main/domain/time-left.ts";
import type { OtpChannel, StoreProblem, UnreadableToken } from "../preload/contract.ts";
import { countdown } from "./duration.ts";
import type { FailureTexts } from "./failure-texts.ts";

function span({ unit, count }: TimeLeft): string {
  if (count === 0) return "less than a minute";
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

const channelNames: Record<OtpChannel, string> = { whatsapp: "by WhatsApp ", sms: "by SMS ", other: "" };

export const en = {
  productName: "Verifik Tray",
  unofficial: "Unofficial client. Not affiliated with or endorsed by Verifik.",

  // The tray's icon and menu
  notLoggedIn: "Not logged in",
  tokenValid: (left: TimeLeft) => `Token valid · ${span(left)} left`,
  tokenExpiresSoon: (left: TimeLeft) => `Token expires soon · ${span(left)} left`,
  tokenExpired: "Token expired",
  tokenRejected: "Token rejected by Verifik",
  goodUntil: (date: string) => `Good until ${date}`,
  goodUntilAbout: (date: string) => `Good until about ${date} (estimated)`,
  expiredOn: (date: string) => `Expired on ${date}`,
  storedTokenUnreadable: "The stored token cannot be read",
  inMemoryOnly: "Kept in memory only, until you quit",
  copyToken: "Copy bearer token",
  logIn: "Log in…",
  logInAgain: "Log in again…",
  checkToken: "Check token",
  logOut: "Log out",
  startAtLogin: "Start at login",
  quit: "Quit",

  startFailed: (reason: string) => `Verifik Tray could not start: ${reason}`,

  // Reminders
  reminderExpiresIn: (left: TimeLeft) => `Verifik token expires in ${span(left)}`,
  reminderExpired: "Verifik token expired",
  reminderBody: "Click here to log in again.",

  // The window: phone number
  logInHeading: "Log in to Verifik",
  logInIntro: "Verifik sends a code to the phone number of your Verifik account.",
  country: "Country",
  phoneNumber: "Phone number",
  sendCode: "Send code",
  sendingCode: "Sending…",
  cancel: "Cancel",
  handleWithCare:
    "Anyone who has the token can spend your Verifik credits. Verifik takes no responsibility for how it is handled.",

  // The window: code
  codeHeading: "Enter the code",
  codeSent: (channel: OtpChannel, maskedPhone: string) => `Sent ${channelNames[channel]}to ${maskedPhone}`,
  verificationCode: "Verification code",
  codeGoodFor: (remainingMs: number) => `The code is good for ${countdown(remainingMs)}`,
  codeRanOut: "The code has expired. Ask for a new one.",
  verify: "Verify",
  verifying: "Verifying…",
  resendCode: "Resend code",
  resendIn: (remainingMs: number) => `in ${countdown(remainingMs)}`,
  haveCode: "I have the code",
  nextCodeIn: (remainingMs: number) => `Another one can be sent in ${countdown(remainingMs)}.`,
  nextCodeNow: "Another one can be sent now.",
  tryAgainIn: (remainingMs: number) => `You can try again in ${countdown(remainingMs)}.`,
  tryAgainNow: "You can try again now.",
  codeResent: "A new code is on its way.",
  changeNumber: "Change number",

  // The window: second factor
  authenticatorHeading: "One more code",
  authenticatorIntro:
    "Your account has a second factor. Open your authenticator app and enter the code that it shows for Verifik.",
  authenticatorCode: "Authenticator code",

  // The window: token
  loggedInHeading: "You are logged in",
  tokenHeading: "Your bearer token",
  phoneUsed: (maskedPhone: string) => `Obtained with ${maskedPhone}`,
  estimated: "The token does not say when it expires; 30 days were assumed.",
  copied: (clearsInMs: number) => `Copied. The clipboard is cleared in ${Math.round(clearsInMs / 1000)} seconds.`,
  tokenAccepted: "Verifik accepts the token.",
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
  otherOrigin: (origin: string) => `This window talks to ${origin}, not to Verifik’s own address.`,

  failures: {
    "phone-invalid": ({ reason }) =>
      ({
        empty: "Enter the phone number of your Verifik account.",
        "too-short": "This phone number is too short for the country. Check it.",
        "too-long": "This phone number is too long for the country. Check it.",
        "not-a-number": "This is not a phone number. Enter its digits.",
        refused: "Verifik does not accept this phone number. Check the country and the number.",
      })[reason],
    "otp-malformed": () => "The code has six digits. Enter all of them.",
    "authenticator-malformed": () => "The authenticator code has six digits. Enter all of them.",
    "phone-unknown": () =>
      "This phone number belongs to no Verifik account. Check the number, or create an account at verifik.co.",
    "otp-not-sent": () => "Verifik could not send the code. Try again in a moment.",
    "otp-wrong": () => "This code is wrong. Check the latest message and enter it again.",
    "otp-expired": () => "This code has expired. Choose “Resend code” to get a new one.",
    "otp-not-pending": () => "No code is waiting for this number any more. Choose “Resend code” to get a new one.",
    "otp-already-used": () =>
      "This code has been used: the answer may have been lost on the way. Choose “Resend code” to log in with a new one.",
    "attempts-exhausted": () => "Too many wrong codes. Choose “Resend code” to get a new one.",
    "authenticator-wrong": () => "The authenticator code is wrong. Enter the one that the app shows now.",
    "second-factor-not-set-up": () =>
      "Your account asks for a second factor that is not set up yet. Set it up at verifik.co, then log in here.",
    "cool-down": () => "A code was sent a short while ago: check your messages.",
    "too-many-requests": () => "Verifik takes no more requests for now. Wait a little, then try again.",
    "credits-exhausted": () => "Your Verifik account has no credits left. Top it up at verifik.co, then try again.",
    "parameter-missing": ({ parameters }) =>
      `Something is missing from the request (${parameters.join(", ")}). Verifik’s API may have changed: look for a newer Verifik Tray.`,
    "request-refused": ({ status, detail }) =>
      `Verifik refused the request (status ${status}).${detail ? ` It says: ${detail}` : " Try again later."}`,
    "server-unwell": ({ status }) => `Verifik has a problem right now (status ${status}). Try again in a few minutes.`,
    "response-unreadable": () =>
      "The answer does not look like Verifik’s. A proxy or a login page may be in between: check your network, then try again.",
    "response-too-large": () =>
      "The answer was far too large for one of Verifik’s, and was refused. Check your network, then try again.",
    "redirect-refused": () =>
      "The server sent the request on to another address, which is refused for safety. Check your network or proxy.",
    "timed-out": () => "Verifik did not answer within 15 seconds. Check your connection, then try again.",
    unreachable: ({ reason }) =>
      ({
        offline: "This computer is offline. Connect it, then try again.",
        "name-not-found": "Verifik’s address was not found. Check your connection or DNS, then try again.",
        refused: "Verifik’s server does not take the connection. Try again in a few minutes.",
        tls: "No secure connection could be made: the server’s certificate or encryption is not accepted. Check the clock and your network; nothing was sent.",
        proxy: "The proxy does not let the connection through. Check the system’s proxy settings.",
        other: "The connection to Verifik broke off. Check your network, then try again.",
      })[reason],
    "token-rejected": () =>
      "Verifik rejected the token. It may have been revoked: log in again. (Some proxies say this too; the token is kept.)",
    "no-token": () => "There is no token. Log in first.",
    "token-expired": () => "The token has expired and was not copied. Log in again.",
    "clipboard-refused": () => "The token could not be copied to the clipboard. Try again.",
    "token-not-removed": () =>
      "The token could not be deleted from disk. Check the permissions of the settings folder, then log out again.",
    "autostart-refused": () =>
      "Starting at login could not be changed. Check the permissions of your autostart folder, then try again.",
    "no-login-pending": () => "This login has ended. Ask for a new code.",
  } satisfies FailureTexts,
};

/** Every text that a person reads; another language is held to it by its type. */
export type Texts = Omit<typeof en, "failures"> & { readonly failures: FailureTexts };
