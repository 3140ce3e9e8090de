import type { Failure } from "../failure.ts";
import type { PhoneNumber } from "../phone/phone-number.ts";
import type { Enrolment, OtpChannel } from "../ports.ts";
import type { Secret } from "../secret.ts";

/** Verifik's own clients offer a resend after two minutes, or once the code has expired. */
const resendAfterMs = 120_000;

/** The lifetime of a code in the sample on Verifik's API page. */
export const documentedOtpLifetimeMs = 10 * 60 * 1000;

/** The state of the login. Moments are elapsed times in ms, so that a clock that is set back does no harm. */
export type Login = { readonly step: "idle" } | { readonly step: "phone" } | PendingLogin;

export interface PendingLogin {
  readonly step: "otp" | "authenticator";
  readonly phone: PhoneNumber;
  /** Keep the number for the next login once this one succeeds. */
  readonly remember: boolean;
  readonly channel: OtpChannel;
  readonly otpExpiresAtMs: number;
  readonly otpLifetimeMs: number;
  readonly resendFromMs: number;
  /** Set once the server asks for a second factor. */
  readonly secondFactor: SecondFactor | undefined;
}

interface SecondFactor {
  /** The confirmed code: the server wants it again together with the authenticator code. */
  readonly otp: Secret;
  readonly enrolment: Enrolment | undefined;
}

/** A login whose code was sent at `nowMs` and is valid for `lifetimeMs`. */
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
    otpLifetimeMs: lifetimeMs,
    resendFromMs: nowMs + Math.min(resendAfterMs, lifetimeMs),
    secondFactor: undefined,
  };
}

/** A login whose code was sent by an unknown channel at an unknown time. */
export function awaitUnknownOtp(login: Pick<PendingLogin, "phone" | "remember">, nowMs: number): PendingLogin {
  return awaitOtp(login, "other", documentedOtpLifetimeMs, nowMs);
}

/** The code was correct and the server asks for an authenticator code too. */
export function awaitAuthenticator(login: PendingLogin, otp: Secret, enrolment: Enrolment | undefined): PendingLogin {
  return { ...login, step: "authenticator", secondFactor: { otp, enrolment } };
}

/** Returns to the code step and drops the second factor's secrets. */
export function withoutSecondFactor(login: PendingLogin): PendingLogin {
  return { ...login, step: "otp", secondFactor: undefined };
}

/** The server no longer accepts this code; a new one may be requested at once. */
export function otpIsOver(login: PendingLogin, nowMs: number): PendingLogin {
  return { ...withoutSecondFactor(login), otpExpiresAtMs: nowMs, resendFromMs: nowMs };
}

/** The server refuses further code requests for `waitSeconds`. */
export function coolDown(login: PendingLogin, waitSeconds: number, nowMs: number): PendingLogin {
  return { ...login, resendFromMs: nowMs + waitSeconds * 1000 };
}

export function isPending(login: Login): login is PendingLogin {
  return login.step === "otp" || login.step === "authenticator";
}

/** True if only a new code helps. */
export function needsNewOtp({ kind }: Failure): boolean {
  return (
    kind === "otp-expired" || kind === "otp-not-pending" || kind === "otp-already-used" || kind === "attempts-exhausted"
  );
}
