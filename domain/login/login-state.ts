import type { Failure } from "../failure.ts";
import type { PhoneNumber } from "../phone/phone-number.ts";
import type { Enrolment, OtpChannel } from "../ports.ts";
import type { Secret } from "../secret.ts";

/** Official clients offer a resend after two minutes, or as soon as the code has run out. */
const resendAfterMs = 120_000;

/** Of the sample on the API's page: the code expires this long after it was made. */
export const documentedOtpLifetimeMs = 10 * 60 * 1000;

/** Where logging in stands. Moments are on the monotonic clock, so that a wrong or jumping system clock does no harm. */
export type Login = { readonly step: "idle" } | { readonly step: "phone" } | PendingLogin;

export interface PendingLogin {
  readonly step: "otp" | "authenticator";
  readonly phone: PhoneNumber;
  /** The number is kept for the next login, once this one has succeeded. */
  readonly remember: boolean;
  readonly channel: OtpChannel;
  readonly otpExpiresAtMs: number;
  readonly resendFromMs: number;
  /** Once the server has asked for it. */
  readonly secondFactor: SecondFactor | undefined;
}

interface SecondFactor {
  /** The code that was right: the server wants both together. */
  readonly otp: Secret;
  readonly enrolment: Enrolment | undefined;
}

/** A login whose code was sent just now and lives `lifetimeMs`. */
export function awaitOtp(
  { phone, remember }: Pick<PendingLogin, "phone" | "remember">,
  channel: OtpChannel,
  lifetimeMs: number,
  nowMs: number,
): PendingLogin {
  return {
    step: "otp",
    phone,
    remember,
    channel,
    otpExpiresAtMs: nowMs + lifetimeMs,
    resendFromMs: nowMs + Math.min(resendAfterMs, lifetimeMs),
    secondFactor: undefined,
  };
}

/** A login whose code was sent, but by which channel and when is not known. */
export function awaitUnknownOtp(login: Pick<PendingLogin, "phone" | "remember">, nowMs: number): PendingLogin {
  return awaitOtp(login, "other", documentedOtpLifetimeMs, nowMs);
}

/** The code was right and the server asks for an authenticator code too. */
export function awaitAuthenticator(login: PendingLogin, otp: Secret, enrolment: Enrolment | undefined): PendingLogin {
  return { ...login, step: "authenticator", secondFactor: { otp, enrolment } };
}

/** Begins with the code again, and knows no secret of the account. */
export function withoutSecondFactor(login: PendingLogin): PendingLogin {
  return { ...login, step: "otp", secondFactor: undefined };
}

/** The server takes this code no more: only a new one helps, and may be asked for at once. */
export function otpIsOver(login: PendingLogin, nowMs: number): PendingLogin {
  return { ...withoutSecondFactor(login), otpExpiresAtMs: nowMs, resendFromMs: nowMs };
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
