import { e164Of, type TestAccount } from "../accounts.ts";
import { attemptsExhausted, conflict, notFound, otpExpired } from "../api-error.ts";
import type { SecretValues } from "../random-values.ts";

const wrongCodesAllowed = 5;

/** A code that was sent. Kept after it expires, so that a late confirmation gets the right error. */
export interface PhoneValidation {
  readonly account: TestAccount;
  readonly otp: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  /** The accepted authenticator code. Undefined until the login has asked for one. */
  authenticatorOtp: string | undefined;
  wrongCodes: number;
  validated: boolean;
}

export interface OtpBook {
  /** Creates a new code for this account and drops the previous one. Throws 409 `otp_recently_sent` in the cool-down. */
  issue(account: TestAccount): PhoneValidation;
  /** The number's last code, if it can still be confirmed. Throws 404, 409, 410 or 412 if it cannot. */
  pending(e164: string): PhoneValidation;
}

export interface OtpBookOptions {
  readonly otpLifetimeSeconds: number;
  readonly coolDownSeconds: number;
  readonly nowMs: () => number;
  readonly secrets: Pick<SecretValues, "otp">;
}

export function createOtpBook({ otpLifetimeSeconds, coolDownSeconds, nowMs, secrets }: OtpBookOptions): OtpBook {
  const lastByNumber = new Map<string, PhoneValidation>();

  return {
    issue(account) {
      const createdAtMs = nowMs();
      const last = lastByNumber.get(e164Of(account));
      // An expired code can be replaced before the end of the cool-down.
      if (last && createdAtMs < Math.min(last.createdAtMs + coolDownSeconds * 1000, last.expiresAtMs)) {
        throw conflict("otp_recently_sent");
      }
      const validation: PhoneValidation = {
        account,
        otp: secrets.otp(),
        createdAtMs,
        expiresAtMs: createdAtMs + otpLifetimeSeconds * 1000,
        authenticatorOtp: undefined,
        wrongCodes: 0,
        validated: false,
      };
      lastByNumber.set(e164Of(account), validation);
      return validation;
    },

    pending(e164) {
      const last = lastByNumber.get(e164);
      if (!last) throw notFound("phone_validation_not_found");
      if (last.validated) throw conflict("phone_validation_already_validated");
      if (last.expiresAtMs <= nowMs()) throw otpExpired();
      if (last.wrongCodes >= wrongCodesAllowed) throw attemptsExhausted();
      return last;
    },
  };
}
