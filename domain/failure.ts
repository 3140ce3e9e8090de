import type { Result } from "./result.ts";

/**
 * Every error that a person has to know about. Each kind has its own words in `texts/`. No field holds a token, a code or
 * a phone number, so a failure may go to the window and into the log.
 */
export type Failure =
  // Input
  | { readonly kind: "phone-invalid"; readonly reason: "empty" | "too-short" | "too-long" | "not-a-number" | "refused" }
  /** The digits may start with this calling code, or be a number without one. */
  | { readonly kind: "calling-code-unclear"; readonly callingCode: string }
  | { readonly kind: "otp-malformed" }
  | { readonly kind: "authenticator-malformed" }
  // Verifik's answers
  | { readonly kind: "phone-unknown" }
  | { readonly kind: "otp-not-sent" }
  | { readonly kind: "otp-wrong" }
  | { readonly kind: "otp-expired" }
  | { readonly kind: "otp-not-pending" }
  /** The code was correct before; that answer may have been lost. */
  | { readonly kind: "otp-already-used" }
  | { readonly kind: "attempts-exhausted" }
  | { readonly kind: "authenticator-wrong" }
  | { readonly kind: "cool-down"; readonly waitSeconds: number }
  | { readonly kind: "too-many-requests"; readonly waitSeconds: number }
  | { readonly kind: "credits-exhausted" }
  /** Verifik, or a proxy before it, rejected the token. It is marked, not deleted. */
  | { readonly kind: "token-rejected"; readonly status: 401 | 403 }
  /** The revocation was sent without a usable answer: the old tokens may be revoked and the new one lost. */
  | { readonly kind: "revocation-unanswered" }
  | { readonly kind: "parameter-missing"; readonly parameters: readonly string[] }
  | { readonly kind: "request-refused"; readonly status: number; readonly detail: string | undefined }
  /** `retryAfterSeconds`: the server asks for no other call before. */
  | { readonly kind: "server-unwell"; readonly status: number; readonly retryAfterSeconds?: number }
  // Answers that are not Verifik's
  | { readonly kind: "response-unreadable" }
  | { readonly kind: "response-too-large" }
  | { readonly kind: "redirect-refused" }
  // No answer
  | { readonly kind: "timed-out" }
  | {
      readonly kind: "unreachable";
      readonly reason: "offline" | "name-not-found" | "no-connection" | "refused" | "tls" | "proxy" | "other";
    }
  // This computer
  | { readonly kind: "no-token" }
  | { readonly kind: "token-expired" }
  /** The renewed token could not be stored; the present one is still valid and stays. */
  | { readonly kind: "renewal-not-stored" }
  | { readonly kind: "variable-name-invalid" }
  | { readonly kind: "settings-not-stored" }
  | { readonly kind: "clipboard-refused" }
  /** On Wayland only a focused program or `wl-copy` may write the clipboard, and `wl-copy` is missing. */
  | { readonly kind: "clipboard-needs-focus" }
  | { readonly kind: "token-not-removed" }
  | { readonly kind: "number-not-forgotten" }
  | { readonly kind: "autostart-refused" }
  | { readonly kind: "diagnostics-not-saved" }
  | { readonly kind: "no-login-pending" };

export type FailureKind = Failure["kind"];

/** The result of an operation without a value. */
export type Outcome = Result<undefined, Failure>;
