import type { Result } from "./result.ts";

/**
 * Everything that can go wrong in a way a person has to know about. Each kind has its own words in `texts/`; nothing
 * here carries a token, a code or a phone number, so a failure may travel to the window and into a log.
 */
export type Failure =
  // What was typed
  | { readonly kind: "phone-invalid"; readonly reason: "empty" | "too-short" | "too-long" | "not-a-number" | "refused" }
  | { readonly kind: "otp-malformed" }
  | { readonly kind: "authenticator-malformed" }
  // What Verifik answered about the login
  | { readonly kind: "phone-unknown" }
  | { readonly kind: "otp-not-sent" }
  | { readonly kind: "otp-wrong" }
  | { readonly kind: "otp-expired" }
  | { readonly kind: "otp-not-pending" }
  /** It was right once: its answer may have been lost on the way. */
  | { readonly kind: "otp-already-used" }
  | { readonly kind: "attempts-exhausted" }
  | { readonly kind: "authenticator-wrong" }
  | { readonly kind: "cool-down"; readonly waitSeconds: number }
  | { readonly kind: "too-many-requests"; readonly waitSeconds: number }
  | { readonly kind: "credits-exhausted" }
  /** It may have been revoked; but a proxy can say that too, so it is marked, not deleted. */
  | { readonly kind: "token-rejected" }
  /** The request was sent and no usable answer came: the tokens may have ended, and the new one is lost. */
  | { readonly kind: "revocation-unanswered" }
  | { readonly kind: "parameter-missing"; readonly parameters: readonly string[] }
  | { readonly kind: "request-refused"; readonly status: number; readonly detail: string | undefined }
  | { readonly kind: "server-unwell"; readonly status: number }
  // What came back was no answer of Verifik's
  | { readonly kind: "response-unreadable" }
  | { readonly kind: "response-too-large" }
  | { readonly kind: "redirect-refused" }
  // Nothing came back
  | { readonly kind: "timed-out" }
  | {
      readonly kind: "unreachable";
      readonly reason: "offline" | "name-not-found" | "refused" | "tls" | "proxy" | "other";
    }
  // What this computer could not do
  | { readonly kind: "no-token" }
  | { readonly kind: "token-expired" }
  /** The renewed token could not be stored; the present one, which is still good, is kept instead. */
  | { readonly kind: "renewal-not-stored" }
  | { readonly kind: "variable-name-invalid" }
  | { readonly kind: "settings-not-stored" }
  | { readonly kind: "clipboard-refused" }
  /** The system gives the clipboard only to a program that has the focus, or to `wl-copy`, which is missing. */
  | { readonly kind: "clipboard-needs-focus" }
  | { readonly kind: "token-not-removed" }
  | { readonly kind: "number-not-forgotten" }
  | { readonly kind: "autostart-refused" }
  | { readonly kind: "diagnostics-not-saved" }
  | { readonly kind: "no-login-pending" };

export type FailureKind = Failure["kind"];

/** What an operation without a value returns: done, or why not. */
export type Outcome = Result<undefined, Failure>;
