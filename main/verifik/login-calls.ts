import * as v from "valibot";
import type { Failure } from "../../domain/failure.ts";
import { documentedOtpLifetimeMs } from "../../domain/login/login-state.ts";
import type { PhoneNumber } from "../../domain/phone/phone-number.ts";
import type { OtpConfirmed, OtpSent, VerifikApi } from "../../domain/ports.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { Secret } from "../../domain/secret.ts";
import type { ApiResponse } from "../network/http-client.ts";
import type { Transport } from "../network/transport.ts";
import { readEnrolment } from "./enrolment.ts";
import { readFailure } from "./failures.ts";
import { otpSentSchema, secondFactorSchema, tokenSchema } from "./responses.ts";

/** A longer lifetime means that a date was misread. */
const longestOtpLifetimeMs = 24 * 60 * 60 * 1000;

/** Source: Verifik's page "API Key Access via Phone". */
export function loginCalls(
  { postJson }: Transport,
  nowMs: () => number,
): Pick<VerifikApi, "requestOtp" | "confirmOtp"> {
  function refusal({ status, body, retryAfter }: ApiResponse) {
    return err(readFailure(status, body, retryAfter, nowMs()));
  }

  return {
    async requestOtp(phone): Promise<Result<OtpSent, Failure>> {
      const outcome = await postJson("v2/projects/phone-login", { ...phoneParameters(phone), type: "login" });
      if (!outcome.ok) return outcome;
      if (!outcome.value.ok) return refusal(outcome.value);
      const sent = v.safeParse(otpSentSchema, outcome.value.body);
      if (!sent.success) return err({ kind: "response-unreadable" });
      const { phoneGateway, expiresAt, createdAt } = sent.output.data;
      return ok({ channel: phoneGateway, lifetimeMs: lifetime(createdAt, expiresAt) });
    },

    async confirmOtp(phone, otp, authenticatorOtp): Promise<Result<OtpConfirmed, Failure>> {
      const outcome = await postJson("v2/projects/phone-login/confirm", {
        ...phoneParameters(phone),
        otp: otp.reveal(),
        ...(authenticatorOtp && { authenticatorOTP: authenticatorOtp.reveal(), type: "login" }),
      });
      if (!outcome.ok) return outcome;
      if (!outcome.value.ok) return refusal(outcome.value);
      const token = v.safeParse(tokenSchema, outcome.value.body);
      if (token.success) return ok({ kind: "token", bearerToken: new Secret(token.output) });
      const secondFactor = v.safeParse(secondFactorSchema, outcome.value.body);
      if (!secondFactor.success) return err({ kind: "response-unreadable" });
      return ok({ kind: "second-factor-required", enrolment: readEnrolment(secondFactor.output.data) });
    },
  };
}

/** The page documents a JSON number, official clients send a string. We send a number unless it would lose a leading zero or digits. */
function phoneParameters({ countryCallingCode, nationalNumber }: PhoneNumber) {
  const lossless = !nationalNumber.startsWith("0") && nationalNumber.length <= 15;
  return { countryCode: `+${countryCallingCode}`, phone: lossless ? Number(nationalNumber) : nationalNumber };
}

/** The difference of two dates of the server, so this computer's clock does not matter. */
function lifetime(createdAtMs: number | undefined, expiresAtMs: number | undefined): number {
  if (createdAtMs === undefined || expiresAtMs === undefined) return documentedOtpLifetimeMs;
  const lifetimeMs = expiresAtMs - createdAtMs;
  return lifetimeMs > 0 && lifetimeMs <= longestOtpLifetimeMs ? lifetimeMs : documentedOtpLifetimeMs;
}
