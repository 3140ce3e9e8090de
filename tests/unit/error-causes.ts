import type { Failure } from "../../domain/failure.ts";
import type { Texts } from "../../texts/index.ts";

/** A row of docs/errors.md: a cause, and the test that shows its text. */
interface ErrorCause {
  readonly cause: string;
  readonly shownBy: { readonly file: string; readonly title: string };
}

export interface FailureCause extends ErrorCause {
  readonly failure: Failure;
}

export interface WarningCause extends ErrorCause {
  readonly text: (texts: Texts) => string;
}

const mistyped = {
  file: "tests/e2e/answers.test.ts",
  title: "rejects an invalid number or code without calling the API",
};
const unreachable = {
  file: "tests/e2e/faults.test.ts",
  title: "names the reason when Verifik is unreachable, and sends nothing",
};
const worded = { file: "tests/unit/texts/failure-texts.test.ts", title: "reads in whole sentences" };

/** Failures without a response from Verifik. */
export const failureCauses: readonly FailureCause[] = [
  { cause: "An empty number", failure: { kind: "phone-invalid", reason: "empty" }, shownBy: mistyped },
  { cause: "A number that is too short", failure: { kind: "phone-invalid", reason: "too-short" }, shownBy: mistyped },
  { cause: "A number that is too long", failure: { kind: "phone-invalid", reason: "too-long" }, shownBy: mistyped },
  { cause: "Letters in the number", failure: { kind: "phone-invalid", reason: "not-a-number" }, shownBy: mistyped },
  {
    cause: "A calling code without +, where it is unclear",
    failure: { kind: "calling-code-unclear", callingCode: "1" },
    shownBy: mistyped,
  },
  { cause: "A code without six digits", failure: { kind: "otp-malformed" }, shownBy: mistyped },
  {
    cause: "An authenticator code without six digits",
    failure: { kind: "authenticator-malformed" },
    shownBy: mistyped,
  },
  {
    cause: "No network",
    failure: { kind: "unreachable", reason: "offline" },
    shownBy: {
      file: "tests/e2e/faults.test.ts",
      title: "says that the computer is offline, keeps the input, and sends it once online",
    },
  },
  {
    cause: "Verifik's host name is not found",
    failure: { kind: "unreachable", reason: "name-not-found" },
    shownBy: unreachable,
  },
  { cause: "No way to the server", failure: { kind: "unreachable", reason: "no-connection" }, shownBy: worded },
  { cause: "The server's port is closed", failure: { kind: "unreachable", reason: "refused" }, shownBy: unreachable },
  {
    cause: "An untrusted certificate",
    failure: { kind: "unreachable", reason: "tls" },
    shownBy: unreachable,
  },
  { cause: "An unreachable proxy", failure: { kind: "unreachable", reason: "proxy" }, shownBy: unreachable },
  {
    cause: "A response for a login that was cancelled or restarted",
    failure: { kind: "no-login-pending" },
    shownBy: worded,
  },
  {
    cause: "The response to revoking all tokens is lost",
    failure: { kind: "revocation-unanswered" },
    shownBy: {
      file: "tests/integration/verifik/token-calls.test.ts",
      title: "with the fault %s ends the tokens, says that they may have ended, and is not sent again",
    },
  },
  {
    cause: "Verifik rejects the token when it is checked",
    failure: { kind: "token-rejected", status: 401 },
    shownBy: {
      file: "tests/e2e/check-token.test.ts",
      title: "marks the token as rejected after each answer that refuses it",
    },
  },
  {
    cause: "There is no token to copy",
    failure: { kind: "no-token" },
    shownBy: { file: "tests/unit/session/token.test.ts", title: "removes the token from session and vault" },
  },
  {
    cause: "The token has expired when it is copied",
    failure: { kind: "token-expired" },
    shownBy: { file: "tests/e2e/expiry.test.ts", title: "then the token cannot be copied" },
  },
  {
    cause: "A renewed token cannot be stored",
    failure: { kind: "renewal-not-stored" },
    shownBy: {
      file: "tests/unit/session/renew.test.ts",
      title: "keeps the old token when the new one cannot be stored",
    },
  },
  {
    cause: "The remembered number cannot be deleted",
    failure: { kind: "number-not-forgotten" },
    shownBy: {
      file: "tests/unit/session/number.test.ts",
      title: "that cannot be deleted from the disk stays shown, and the login reports it",
    },
  },
  { cause: "An invalid variable name", failure: { kind: "variable-name-invalid" }, shownBy: worded },
  { cause: "The settings cannot be written", failure: { kind: "settings-not-stored" }, shownBy: worded },
  {
    cause: "Copying from the menu on Wayland without wl-copy",
    failure: { kind: "clipboard-needs-focus" },
    shownBy: worded,
  },
  { cause: "The clipboard rejects the token", failure: { kind: "clipboard-refused" }, shownBy: worded },
  {
    cause: "The token cannot be deleted from disk",
    failure: { kind: "token-not-removed" },
    shownBy: { file: "tests/e2e/life.test.ts", title: "Log out says so when the token cannot be deleted" },
  },
  {
    cause: "The autostart entry cannot be written",
    failure: { kind: "autostart-refused" },
    shownBy: {
      file: "tests/e2e/autostart.test.ts",
      title: "says in the window that the autostart folder refuses the entry",
    },
  },
  {
    cause: "The diagnostics file cannot be written",
    failure: { kind: "diagnostics-not-saved" },
    shownBy: { file: "tests/e2e/diagnostics.test.ts", title: "says next to the button that the disk refused" },
  },
];

const desktopParts = "tests/e2e/desktop-parts.test.ts";
const store = "tests/e2e/store.test.ts";
const keyrings = { encryptedBy: "GNOME Keyring", present: "KWallet" };
const otherKeyring = {
  file: desktopParts,
  title: "keeps a token of another keyring, names that keyring, and reads the token when it is back",
};

/** Warnings about keyring, storage and desktop. */
export const warningCauses: readonly WarningCause[] = [
  {
    cause: "The desktop shows no tray icons",
    text: (texts) => texts.missingTray("none"),
    shownBy: {
      file: desktopParts,
      title: "the window opens, explains that until a tray comes, and offers everything that the menu does",
    },
  },
  {
    cause: "GNOME shows no tray icons",
    text: (texts) => texts.missingTray("none-on-gnome"),
    shownBy: {
      file: "tests/unit/tray/missing-tray.test.ts",
      title: "the window names GNOME's extension on GNOME only",
    },
  },
  {
    cause: "The tray refuses the icon, or lists one that does not answer",
    text: (texts) => texts.missingTray("refused"),
    shownBy: { file: "tests/e2e/tray-registration.test.ts", title: "the window opens and says why when the tray" },
  },
  {
    cause: "There is no keyring to encrypt the token",
    text: (texts) => texts.memoryWithoutKeyring,
    shownBy: { file: "tests/e2e/life.test.ts", title: "the token stays in memory, which tray and window say" },
  },
  {
    cause: "The token cannot be written to disk",
    text: (texts) => texts.memoryAfterWriteFailure,
    shownBy: { file: store, title: "a disk that refuses leaves the token in memory, and window and tray say so" },
  },
  {
    cause: "There is no keyring to decrypt the token",
    text: (texts) => texts.unreadable({ reason: "no-keyring" }),
    shownBy: otherKeyring,
  },
  {
    cause: "The token was encrypted by another keyring",
    text: (texts) => texts.unreadable({ reason: "other-keyring", ...keyrings }),
    shownBy: otherKeyring,
  },
  {
    cause: "The keyring no longer has the key",
    text: (texts) => texts.unreadable({ reason: "other-key" }),
    shownBy: { file: "tests/e2e/life.test.ts", title: "a ciphertext that the keyring cannot read is kept" },
  },
  {
    cause: "The token's file is damaged",
    text: (texts) => texts.storeProblem("damaged"),
    shownBy: { file: store, title: "in the place of token.json a file of a newer version is set aside, then garbage" },
  },
  {
    cause: "The token's file was written by a newer version",
    text: (texts) => texts.storeProblem("newer"),
    shownBy: { file: store, title: "in the place of token.json a file of a newer version is set aside, then garbage" },
  },
  {
    cause: "The token's file cannot be read or written",
    text: (texts) => texts.storeProblem("unreachable"),
    shownBy: { file: "tests/unit/text-languages.test.ts", title: "every text is present and translated" },
  },
];
