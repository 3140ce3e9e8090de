import type { FailureKind } from "../../domain/failure.ts";

/** What a person can do next, as the window offers it. */
export type WayOn =
  | "mend-number"
  | "mend-number-or-join"
  | "mend-code"
  | "resend"
  | "wait"
  | "wait-or-enter-code"
  | "try-again";

const others: Partial<Record<FailureKind, WayOn>> = {
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

export function wayOnFrom({ kind }: { readonly kind: FailureKind }): WayOn {
  return others[kind] ?? "try-again";
}
