import type { FailureTexts } from "../failure-texts.ts";

export const failures: FailureTexts = {
  "phone-invalid": ({ reason }) =>
    ({
      empty: "Enter the phone number of your Verifik account.",
      "too-short": "This phone number is too short for the country. Check it.",
      "too-long": "This phone number is too long for the country. Check it.",
      "not-a-number": "This is not a phone number. Enter digits only, without an extension.",
      refused: "Verifik does not accept this phone number. Check the country and the number.",
    })[reason],
  "otp-malformed": () => "The code has six digits. Enter all of them.",
  "authenticator-malformed": () => "The authenticator code has six digits. Enter all of them.",
  "phone-unknown": () =>
    "No Verifik account uses this phone number. Check the number, or create an account at verifik.co.",
  "otp-not-sent": () => "Verifik could not send the code. Try again in a moment.",
  "otp-wrong": () => "This code is wrong. Check the latest message and enter it again.",
  "otp-expired": () => "This code has expired. Choose “Resend code” to get a new one.",
  "otp-not-pending": () => "No code is waiting for this number any more. Choose “Resend code” to get a new one.",
  "otp-already-used": () =>
    "This code has been used: the answer may have been lost on the way. Choose “Resend code” to log in with a new one.",
  "attempts-exhausted": () => "Too many wrong codes. Choose “Resend code” to get a new one.",
  "authenticator-wrong": () => "The authenticator code is wrong. Enter the one that the app shows now.",
  "cool-down": () => "A code was sent a short while ago: check your messages.",
  "too-many-requests": () => "Verifik is not accepting more requests right now. Wait a little, then try again.",
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
      proxy: "The proxy does not let the connection through. Check the proxy settings: the system’s, or HTTPS_PROXY.",
      other: "The connection to Verifik broke off. Check your network, then try again.",
    })[reason],
  "token-rejected": () =>
    "Verifik rejected the token. It may have been revoked: log in again. (Some proxies say this too; the token is kept.)",
  "no-token": () => "There is no token. Log in first.",
  "token-expired": () => "The token has expired. Log in again.",
  "revocation-unanswered": () =>
    "The answer was lost. All tokens, this one too, may have stopped working. Check the token; if it is rejected, log in again.",
  "renewal-not-stored": () =>
    "The token was renewed, but the new one could not be stored. The current token is kept and still works. Check free space, permissions and the keyring, then renew again.",
  "variable-name-invalid": () => "Enter a name of letters, digits and underscores that does not begin with a digit.",
  "settings-not-stored": () =>
    "The settings could not be stored. Check free space and the permissions of the settings folder, then try again.",
  "clipboard-needs-focus": () =>
    "On this desktop only the window in front can use the clipboard. Choose the same in this window, or install wl-clipboard to copy from the menu too.",
  "clipboard-refused": () => "The token could not be copied to the clipboard. Try again.",
  "token-not-removed": () =>
    "The token could not be deleted from disk. Check the permissions of the settings folder, then log out again.",
  "number-not-forgotten": () =>
    "The remembered number could not be deleted from disk. Check the permissions of the settings folder, then try again.",
  "autostart-refused": () =>
    "Starting at login could not be changed. Check the permissions of your autostart folder, then try again.",
  "diagnostics-not-saved": () =>
    "The file could not be saved. Check free space and the folder’s permissions, or choose another place.",
  "no-login-pending": () => "This login has ended. Ask for a new code.",
};
