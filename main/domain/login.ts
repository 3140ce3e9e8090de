import type { Failure } from "./failure.ts";
import type { PhoneNumber } from "./phone-number.ts";
import type { OtpChannel } from "./ports.ts";
import type { Secret } from "./secret.ts";

/** Official clients offer a resend after two minutes, or as soon as the code has run out. */
const resendAfterMs = 120_000;

/** Of the sample on the API's page: the code expires this long after it was made. */
export const documentedOtpLifetimeMs = 10 * 60 * 1000;

/** Where logging in stands. Moments are on the monotonic clock, so that a wrong or jumping system clock does no harm. */
export type Login = { readonly step: "idle" } | { readonly step: "phone" } | PendingLogin;

export interface PendingLogin {
  readonly step: "otp" | "authenticator";
  readonly phone: PhoneNumber;
  readonly channel: OtpChannel;
  readonly otpExpiresAtMs: number;
  readonly resendFromMs: number;
  /** The right code, once the server has asked for a second factor: it wants both together. */
  readonly otp: Secret | undefined;
}

/** A login whose code was sent just now and lives `lifetimeMs`. */
export function awaitOtp(phone: PhoneNumber, channel: OtpChannel, lifetimeMs: number, nowMs: number): PendingLogin {
  return {
    step: "otp",
    phone,
    channel,
    otpExpiresAtMs: nowMs + lifetimeMs,
    resendFromMs: nowMs + Math.min(resendAfterMs, lifetimeMs),
    otp: undefined,
  };
}

/** A login whose code was sent, but by which channel and when is not known. */
export function awaitUnknownOtp(phone: PhoneNumber, nowMs: number): PendingLogin {
  return awaitOtp(phone, "other", documentedOtpLifetimeMs, nowMs);
}

/** The code was right and the server asks for an authenticator code too. */
export function awaitAuthenticator(login: PendingLogin, otp: Secret): PendingLogin {
  return { ...login, step: "authenticator", otp };
}

/** The server takes this code no more: only a new one helps, and may be asked for at once. */
export function otpIsOver(login: PendingLogin, nowMs: number): PendingLogin {
  return { ...login, step: "otp", otp: undefined, otpExpiresAtMs: nowMs, resendFromMs: nowMs };
}

/** The server wants no other request for a code for so long. */
export function coolDown(login: PendingLogin, waitSeconds: number, nowMs: number): PendingLogin {
  return { ...login, resendFromMs: nowMs + waitSeconds * 1000 };
}

export function isPending(login: Login): login is PendingLogin {
  return login.step === "otp" || login.step === "authenticator";
}

/** The server takes the code no more, so that only another one helps. */
export function needsNewOtp({ kind }: Failure): boolean {
  return (
    kind === "otp-expired" || kind === "otp-not-pending" || kind === "otp-already-used" || kind === "attempts-exhausted"
  );
}
