import type { Failure } from "../../../domain/failure.ts";
import type { PhoneNumber } from "../../../domain/phone/phone-number.ts";
import type { VerifikApi } from "../../../domain/ports.ts";
import type { Result } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";

/** The calls send these; no failure may contain them. */
export const sentSecrets = {
  phone: "3001234567",
  otp: "918273",
  authenticatorOtp: "645312",
  bearerToken:
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJKV1RQaHJhc2UiOiJzZWNyZXQtcGhyYXNlIn0.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg",
};

const phone: PhoneNumber = { regionCode: "CO", countryCallingCode: "57", nationalNumber: sentSecrets.phone };
const otp = new Secret(sentSecrets.otp);
const authenticatorOtp = new Secret(sentSecrets.authenticatorOtp);
const bearerToken = new Secret(sentSecrets.bearerToken);

export const endpoints = [
  "request-otp",
  "confirm-otp",
  "confirm-second-factor",
  "renew",
  "renew-by-post",
  "revoke",
  "account",
] as const;

export type Endpoint = (typeof endpoints)[number];

/** The result of a call, in a form that can be sent to another process. */
export type Outcome =
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "second-factor"; readonly enrolment: readonly (string | undefined)[] }
  | { readonly kind: "sent"; readonly lifetimeMs: number; readonly channel: string }
  | { readonly kind: "account"; readonly name?: string; readonly email?: string; readonly credits?: number };

export async function callEndpoint(api: VerifikApi, endpoint: Endpoint): Promise<Outcome> {
  switch (endpoint) {
    case "request-otp":
      return outcome(await api.requestOtp(phone), (sent) => ({ kind: "sent", ...sent }));
    case "confirm-otp":
      return confirmed(await api.confirmOtp(phone, otp));
    case "confirm-second-factor":
      return confirmed(await api.confirmOtp(phone, otp, authenticatorOtp));
    case "renew":
    case "renew-by-post":
      return outcome(await api.renewToken(bearerToken, 1), (token) => ({ kind: "token", token: token.reveal() }));
    case "revoke":
      return outcome(await api.revokeTokens(bearerToken), (token) => ({ kind: "token", token: token.reveal() }));
    case "account":
      return outcome(await api.readAccount(bearerToken), (account) => ({ kind: "account", ...defined(account) }));
  }
}

function confirmed(result: Awaited<ReturnType<VerifikApi["confirmOtp"]>>): Outcome {
  return outcome(result, (value) => {
    if (value.kind === "token") return { kind: "token", token: value.bearerToken.reveal() };
    const { enrolment } = value;
    return { kind: "second-factor", enrolment: [enrolment?.qrCode?.reveal(), enrolment?.secretKey?.reveal()] };
  });
}

function outcome<Value>(result: Result<Value, Failure>, told: (value: Value) => Outcome): Outcome {
  return result.ok ? told(result.value) : { kind: "failed", failure: result.error };
}

function defined<Fields extends object>(fields: Fields): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
