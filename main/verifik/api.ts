import * as v from "valibot";
import type { Failure } from "../domain/failure.ts";
import { documentedOtpLifetimeMs } from "../domain/login.ts";
import type { PhoneNumber } from "../domain/phone-number.ts";
import type { OtpConfirmed, OtpSent, VerifikApi } from "../domain/ports.ts";
import { failed, type Result, success } from "../domain/result.ts";
import { Secret } from "../domain/secret.ts";
import { readFailure } from "./failures.ts";
import { accountSchema, otpSentSchema, secondFactorSchema, tokenSchema } from "./responses.ts";
import type { Answer, Transport } from "./transport.ts";

/** A code that lives longer is a misread moment. */
const longestOtpLifetimeMs = 24 * 60 * 60 * 1000;

/** Verifik's calls: pages "API Key Access via Phone" and, for the check, the account's of its documentation. */
export function createVerifikApi({ postJson, get }: Transport, nowMs: () => number): VerifikApi {
  function refusal({ status, body, retryAfter }: Answer) {
    return failed(readFailure(status, body, retryAfter, nowMs()));
  }

  return {
    async requestOtp(phone): Promise<Result<OtpSent, Failure>> {
      const answer = await postJson("v2/projects/phone-login", { ...phoneParameters(phone), type: "login" });
      if (!answer.ok) return answer;
      if (!answer.value.ok) return refusal(answer.value);
      const sent = v.safeParse(otpSentSchema, answer.value.body);
      if (!sent.success) return failed({ kind: "response-unreadable" });
      const { phoneGateway, expiresAt, createdAt } = sent.output.data;
      return success({ channel: phoneGateway, lifetimeMs: lifetime(createdAt, expiresAt) });
    },

    async confirmOtp(phone, otp, authenticatorOtp): Promise<Result<OtpConfirmed, Failure>> {
      const answer = await postJson("v2/projects/phone-login/confirm", {
        ...phoneParameters(phone),
        otp: otp.reveal(),
        ...(authenticatorOtp && { authenticatorOTP: authenticatorOtp.reveal(), type: "login" }),
      });
      if (!answer.ok) return answer;
      if (!answer.value.ok) return refusal(answer.value);
      const token = v.safeParse(tokenSchema, answer.value.body);
      if (token.success) return success({ kind: "token", bearerToken: new Secret(token.output) });
      const secondFactor = v.safeParse(secondFactorSchema, answer.value.body);
      if (!secondFactor.success) return failed({ kind: "response-unreadable" });
      if (!secondFactor.output.isSetUp) return failed({ kind: "second-factor-not-set-up" });
      return success({ kind: "second-factor-required" });
    },

    async checkToken(bearerToken): Promise<Result<undefined, Failure>> {
      const answer = await get("v2/clients/me", bearerToken);
      if (!answer.ok) return answer;
      const { status, ok, body } = answer.value;
      // The body tells of the account, also what must not travel: only that it is one is looked at.
      if (ok) return v.is(accountSchema, body) ? success(undefined) : failed({ kind: "response-unreadable" });
      const refused = refusal(answer.value);
      // With a token a 403 of which nothing else is known means the token.
      const rejected = status === 401 || (status === 403 && refused.failure.kind === "request-refused");
      if (rejected) return failed({ kind: "token-rejected" });
      // The words for a login make no sense here.
      return isAboutLogin(refused.failure) ? failed({ kind: "request-refused", status, detail: undefined }) : refused;
    },
  };
}

function isAboutLogin({ kind }: Failure): boolean {
  return !["request-refused", "server-unwell", "too-many-requests", "credits-exhausted"].includes(kind);
}

/** Documented as a JSON number, sent as digits by official clients: a number where that loses no leading zero. */
function phoneParameters({ countryCallingCode, nationalNumber }: PhoneNumber) {
  const lossless = !nationalNumber.startsWith("0") && nationalNumber.length <= 15;
  return { countryCode: `+${countryCallingCode}`, phone: lossless ? Number(nationalNumber) : nationalNumber };
}

/** Both moments are the server's, so their difference holds however wrong the clock of this computer is. */
function lifetime(createdAtMs: number | undefined, expiresAtMs: number | undefined): number {
  if (createdAtMs === undefined || expiresAtMs === undefined) return documentedOtpLifetimeMs;
  const lifetimeMs = expiresAtMs - createdAtMs;
  return lifetimeMs > 0 && lifetimeMs <= longestOtpLifetimeMs ? lifetimeMs : documentedOtpLifetimeMs;
}
