import type { Failure } from "../../../domain/failure.ts";

/** A failure without an answer of Verifik, and the test that shows its message. */
export interface OtherTrouble {
  readonly failure: Failure;
  readonly happens: string;
  readonly shownBy: { readonly file: string; readonly title: string };
}

const mistyped = {
  file: "tests/e2e/answers.test.ts",
  title: "rejects an invalid number or code without calling the API",
};
const unreachable = {
  file: "tests/e2e/faults.test.ts",
  title: "names the reason why Verifik cannot be reached",
};
const inWords = { file: "tests/unit/texts/failure-texts.test.ts", title: "is told in whole sentences" };

export const otherTroubles: readonly OtherTrouble[] = [
  { happens: "No number is typed", failure: { kind: "phone-invalid", reason: "empty" }, shownBy: mistyped },
  { happens: "A number that is too short", failure: { kind: "phone-invalid", reason: "too-short" }, shownBy: mistyped },
  { happens: "A number that is too long", failure: { kind: "phone-invalid", reason: "too-long" }, shownBy: mistyped },
  { happens: "Letters for a number", failure: { kind: "phone-invalid", reason: "not-a-number" }, shownBy: mistyped },
  { happens: "Not six digits", failure: { kind: "otp-malformed" }, shownBy: mistyped },
  {
    happens: "Not six digits of the authenticator",
    failure: { kind: "authenticator-malformed" },
    shownBy: mistyped,
  },
  {
    happens: "No network",
    failure: { kind: "unreachable", reason: "offline" },
    shownBy: { file: "tests/e2e/faults.test.ts", title: "says when the computer is offline, keeps the typed input" },
  },
  {
    happens: "Verifik's name is not found",
    failure: { kind: "unreachable", reason: "name-not-found" },
    shownBy: unreachable,
  },
  { happens: "Nobody listens", failure: { kind: "unreachable", reason: "refused" }, shownBy: unreachable },
  {
    happens: "A certificate that nobody vouches for",
    failure: { kind: "unreachable", reason: "tls" },
    shownBy: unreachable,
  },
  { happens: "A proxy that is not there", failure: { kind: "unreachable", reason: "proxy" }, shownBy: unreachable },
  {
    happens: "The answer belongs to a login that was left or started anew",
    failure: { kind: "no-login-pending" },
    shownBy: inWords,
  },
  {
    happens: "The reply to revoking all tokens is lost",
    failure: { kind: "revocation-unanswered" },
    shownBy: {
      file: "tests/integration/verifik/token-calls.test.ts",
      title: "with the fault %s ends the tokens, says that they may have ended, and is not sent again",
    },
  },
  {
    happens: "Verifik refuses the token when it is checked",
    failure: { kind: "token-rejected" },
    shownBy: {
      file: "tests/e2e/check-token.test.ts",
      title: "marks the token as rejected after each answer that refuses it",
    },
  },
  {
    happens: "There is no token to copy",
    failure: { kind: "no-token" },
    shownBy: { file: "tests/unit/session/token.test.ts", title: "removes the token from session and vault" },
  },
  {
    happens: "The token has expired when it is copied",
    failure: { kind: "token-expired" },
    shownBy: {
      file: "tests/e2e/expiry.test.ts",
      title: "shows an expired token in the tray and in one notification, and does not copy it",
    },
  },
  {
    happens: "A renewed token cannot be stored",
    failure: { kind: "renewal-not-stored" },
    shownBy: {
      file: "tests/unit/session/renew.test.ts",
      title: "keeps the old token when the new one cannot be stored",
    },
  },
  {
    happens: "The remembered number cannot be deleted",
    failure: { kind: "number-not-forgotten" },
    shownBy: {
      file: "tests/unit/session/number.test.ts",
      title: "that cannot be deleted from the disk stays shown, and the login reports it",
    },
  },
  { happens: "The variable's name is none", failure: { kind: "variable-name-invalid" }, shownBy: inWords },
  { happens: "The disk refuses the settings", failure: { kind: "settings-not-stored" }, shownBy: inWords },
  {
    happens: "On Wayland a copy from the menu, without wl-copy",
    failure: { kind: "clipboard-needs-focus" },
    shownBy: inWords,
  },
  { happens: "The clipboard does not take the token", failure: { kind: "clipboard-refused" }, shownBy: inWords },
  {
    happens: "The disk does not let the token be deleted",
    failure: { kind: "token-not-removed" },
    shownBy: { file: "tests/e2e/life.test.ts", title: "says that a token could not be deleted, and stays logged in" },
  },
  {
    happens: "The autostart entry cannot be written",
    failure: { kind: "autostart-refused" },
    shownBy: {
      file: "tests/e2e/autostart.test.ts",
      title: "says in the window that the autostart folder refuses the entry",
    },
  },
  {
    happens: "The disk does not take the exported diagnostics",
    failure: { kind: "diagnostics-not-saved" },
    shownBy: { file: "tests/e2e/diagnostics.test.ts", title: "says next to the button that the disk refused" },
  },
];
