import type { Failure } from "../../../domain/failure.ts";
import type { Endpoint } from "../../../sandbox/endpoints.ts";
import { faultTable, type TokenAnswerName, type TroubleName } from "../../../sandbox/fault-table.ts";

const unreadable: Failure = { kind: "response-unreadable" };
const brokenOff: Failure = { kind: "unreachable", reason: "other" };
const phoneRefused: Failure = { kind: "phone-invalid", reason: "refused" };

function refused(status: number, detail?: string): Failure {
  return { kind: "request-refused", status, detail };
}

const markup = `<img src=x onerror="document.title = 'taken over'"> <b>Pay now</b> ${"so many words ".repeat(10)}`;

/** What each fault of the sandbox means to a person. One that is left out does not compile. */
export const faultMeanings: Readonly<Record<TroubleName, Failure>> = {
  "phone-malformed": phoneRefused,
  "phone-refused": phoneRefused,
  "phone-unknown": { kind: "phone-unknown" },
  "phone-unknown-swapped": { kind: "phone-unknown" },
  "phone-unknown-bare": { kind: "phone-unknown" },
  "recently-sent": { kind: "cool-down", waitSeconds: 120 },
  "recently-sent-swapped": { kind: "cool-down", waitSeconds: 120 },
  "otp-not-sent": { kind: "otp-not-sent" },
  "otp-send-failed": { kind: "otp-not-sent" },
  "parameters-missing": { kind: "parameter-missing", parameters: ["countryCode", "phone", "type"] },
  "otp-wrong": { kind: "otp-wrong" },
  "otp-wrong-spanish": { kind: "otp-wrong" },
  "otp-wrong-key": { kind: "otp-wrong" },
  "otp-wrong-403": { kind: "otp-wrong" },
  "otp-wrong-swapped": { kind: "otp-wrong" },
  "otp-wrong-error": { kind: "otp-wrong" },
  "authenticator-wrong": { kind: "authenticator-wrong" },
  "authenticator-wrong-swapped": { kind: "authenticator-wrong" },
  "otp-not-pending": { kind: "otp-not-pending" },
  "otp-already-used": { kind: "otp-already-used" },
  "attempts-exhausted": { kind: "attempts-exhausted" },
  "attempts-exhausted-bare": { kind: "attempts-exhausted" },
  "otp-expired": { kind: "otp-expired" },
  "otp-expired-bare": { kind: "otp-expired" },
  "too-many-requests": { kind: "too-many-requests", waitSeconds: 120 },
  "too-many-requests-seconds": { kind: "too-many-requests", waitSeconds: 30 },
  "too-many-requests-date": { kind: "too-many-requests", waitSeconds: 45 },
  "out-of-credits": { kind: "credits-exhausted" },
  "token-expired": refused(403, "expired_token"),
  unauthorized: refused(401, "Invalid or expired token."),
  "unauthorized-bare": refused(401, "Unauthorized"),
  "forbidden-bare": refused(403, "Forbidden"),
  "forbidden-empty": refused(403),
  "forbidden-html": refused(403),
  "not-found-other": refused(404, "project_not_found"),
  "unknown-words": refused(400, `${markup.slice(0, 159)}…`),
  "server-error": { kind: "server-unwell", status: 500 },
  "bad-gateway-html": { kind: "server-unwell", status: 502 },
  "unavailable-empty": { kind: "server-unwell", status: 503 },
  "gateway-timeout": { kind: "server-unwell", status: 504 },
  html: unreadable,
  empty: unreadable,
  "no-content": unreadable,
  truncated: unreadable,
  "cut-short": brokenOff,
  "wrong-types": unreadable,
  "too-large": { kind: "response-too-large" },
  drip: { kind: "timed-out" },
  silence: { kind: "timed-out" },
  reset: brokenOff,
  "reset-after-head": brokenOff,
  "reply-lost": brokenOff,
  "redirect-301": { kind: "redirect-refused" },
  "redirect-302": { kind: "redirect-refused" },
  "redirect-307": { kind: "redirect-refused" },
};

/** How many days from now the token of each form is said to live, and whether that is an estimate. */
export const tokenLives: Readonly<Record<TokenAnswerName, { readonly days: number; readonly estimated: boolean }>> = {
  "token-expires-at-seconds": { days: 20, estimated: false },
  "token-expires-at-milliseconds": { days: 20, estimated: false },
  "token-expires-at-text": { days: 20, estimated: false },
  "token-expires-at-iso": { days: 20, estimated: false },
  "token-exp-only": { days: 20, estimated: false },
  "token-iat-only": { days: 20, estimated: true },
  "token-opaque": { days: 30, estimated: true },
  "token-in-data-access-token": { days: 20, estimated: false },
  "token-in-data-token": { days: 20, estimated: false },
  "token-in-access-token": { days: 20, estimated: false },
  "token-in-token": { days: 20, estimated: false },
  "token-as-data": { days: 20, estimated: false },
};

/** The faults of a table by name. */
export function namesOf<Name extends string>(meanings: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(meanings) as Name[];
}

/** Those that a person is told about which can happen at this call. */
export function troublesAt(endpoint: Endpoint): TroubleName[] {
  return namesOf(faultMeanings).filter((name) => (faultTable[name].at as readonly Endpoint[]).includes(endpoint));
}
