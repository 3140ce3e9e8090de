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
  "calling-code-unclear": ({ callingCode }) =>
    `It is not clear whether ${callingCode} is a calling code here. Enter the number with + and its calling code.`,
  "otp-malformed": () => "The code has six digits. Enter all of them.",
  "authenticator-malformed": () => "The authenticator code has six digits. Enter all of them.",
  "phone-unknown": () => "No Verifik account uses this number. Check it, or create an account at verifik.co.",
  "otp-not-sent": () => "Verifik could not send the code. Try again in a moment.",
  "otp-wrong": () => "This code is wrong. Check the latest message.",
  "otp-expired": () => "This code has expired. Ask for a new one.",
  "otp-not-pending": () => "This code is no longer valid. Ask for a new one.",
  "otp-already-used": () => "This code was already used. Verifik’s response may have been lost. Ask for a new one.",
  "attempts-exhausted": () => "Too many wrong codes. Ask for a new one.",
  "authenticator-wrong": () => "The authenticator code is wrong. Enter the one your app shows now.",
  "cool-down": () => "A code was sent recently. Check your messages.",
  "too-many-requests": () => "Verifik is not accepting more requests right now. Wait a little, then try again.",
  "credits-exhausted": () => "Your Verifik account has no credits left. Top it up at verifik.co, then try again.",
  "parameter-missing": ({ parameters }) =>
    `The request lacks a parameter (${parameters.join(", ")}). Verifik’s API may have changed: look for a newer version of Verifik Tray.`,
  "request-refused": ({ status, detail }) =>
    `Verifik refused the request (status ${status}).${detail ? ` It says: ${detail}` : " Try again later."}`,
  "server-unwell": ({ status }) => `Verifik has a problem right now (status ${status}). Try again in a few minutes.`,
  "response-unreadable": () =>
    "The response does not look like Verifik’s. A proxy or a network’s login page may have answered: check your network, then try again.",
  "response-too-large": () =>
    "The response was too large to be Verifik’s, so it was rejected. Check your network, then try again.",
  "redirect-refused": () =>
    "The server redirected the request to another address. For safety, it was not followed. Check your network or proxy.",
  "timed-out": () => "Verifik did not answer within 15 seconds. Check your connection, then try again.",
  unreachable: ({ reason }) =>
    ({
      offline: "This computer is offline. Connect it, then try again.",
      "name-not-found": "Verifik’s address was not found. Check your connection or DNS, then try again.",
      "no-connection": "No connection to Verifik’s server could be made. Check your network, then try again.",
      refused: "Verifik’s server refused the connection. Try again in a few minutes.",
      tls: "No secure connection was possible, because the server’s certificate or encryption was not accepted. Nothing was sent. Check the clock and your network.",
      proxy: "The proxy did not let the connection through. Check the system’s proxy settings or HTTPS_PROXY.",
      other: "The connection to Verifik was lost. Check your network, then try again.",
    })[reason],
  "token-rejected": () =>
    "Verifik rejected the token. It may have been revoked: log in again. (Some proxies send the same response, so the token is kept.)",
  "no-token": () => "There is no token. Log in first.",
  "token-expired": () => "The token has expired. Log in again.",
  "revocation-unanswered": () =>
    "Verifik’s response was lost. All your tokens, including this one, may have stopped working. Check the token; if it is rejected, log in again.",
  "renewal-not-stored": () =>
    "The token was renewed, but the new one could not be stored. The current token is kept and still works. Check free space, permissions and the keyring, then renew again.",
  "variable-name-invalid": () => "Enter letters, digits and underscores, and no digit first.",
  "settings-not-stored": () =>
    "The settings could not be stored. Check free space and the permissions of the settings folder, then try again.",
  "clipboard-needs-focus": () =>
    "On this desktop only the focused window can use the clipboard. Copy from this window, or install wl-clipboard to copy from the menu too.",
  "clipboard-refused": () => "The token could not be copied to the clipboard. Try again.",
  "token-not-removed": () =>
    "The token could not be deleted from disk. Check the permissions of the settings folder, then log out again.",
  "number-not-forgotten": () =>
    "The remembered number could not be deleted from disk. Check the permissions of the settings folder, then try again.",
  "autostart-refused": () =>
    "The setting to start at sign-in could not be changed. Check the permissions of your autostart folder, then try again.",
  "diagnostics-not-saved": () =>
    "The file could not be saved. Check free space and the folder’s permissions, or choose another folder.",
  "no-login-pending": () => "This login has ended. Ask for a new code.",
};
