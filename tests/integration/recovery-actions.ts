import type { FailureKind } from "../../domain/failure.ts";

/** The action that the window offers after a failure. */
export type RecoveryAction =
  | "mend-number"
  | "mend-number-or-join"
  | "mend-code"
  | "resend"
  | "wait"
  | "wait-or-enter-code"
  | "try-again";

const actions: Partial<Record<FailureKind, RecoveryAction>> = {
  "phone-invalid": "mend-number",
  "phone-unknown": "mend-number-or-join",
  "otp-malformed": "mend-code",
  "authenticator-malformed": "mend-code",
  "otp-wrong": "mend-code",
  "authenticator-wrong": "mend-code",
  "otp-expired": "resend",
  "otp-not-pending": "resend",
  "otp-already-used": "resend",
  "attempts-exhausted": "resend",
  "cool-down": "wait-or-enter-code",
  "too-many-requests": "wait",
};

export function recoveryActionFor({ kind }: { readonly kind: FailureKind }): RecoveryAction {
  return actions[kind] ?? "try-again";
}
