import * as v from "valibot";
import type { Failure } from "../../domain/failure.ts";
import { errorSchema } from "./responses.ts";
import { cutTo, oneLine } from "./shown-line.ts";

/** Verifik's cool-down if the response does not name one. */
const coolDownSeconds = 120;
/** A longer wait means that the header was misread. */
const longestWaitSeconds = 24 * 60 * 60;
const detailLength = 160;

/** The API's texts in lower case, without a leading "403:". A known text outranks the status. */
const meanings = new Map<string, Failure>([
  ["invalid phone number format.", { kind: "phone-invalid", reason: "refused" }],
  ["invalid_phone", { kind: "phone-invalid", reason: "refused" }],
  ["user_not_found", { kind: "phone-unknown" }],
  ["invalid otp code.", { kind: "otp-wrong" }],
  ["código otp inválido.", { kind: "otp-wrong" }],
  ["invalid_otp", { kind: "otp-wrong" }],
  ["otp_does_not_match", { kind: "otp-wrong" }],
  ["authenticator_otp_does_not_match", { kind: "authenticator-wrong" }],
  ["phonevalidation_has_expired", { kind: "otp-expired" }],
  ["phone_validation_not_found", { kind: "otp-not-pending" }],
  ["phone_validation_already_validated", { kind: "otp-already-used" }],
  ["max_attempts_exceeded", { kind: "attempts-exhausted" }],
  ["otp_not_sent", { kind: "otp-not-sent" }],
  ["otp_send_failed", { kind: "otp-not-sent" }],
  ["insufficient_credits", { kind: "credits-exhausted" }],
]);

/**
 * The failure for an error response. `body` is the parsed JSON, or `undefined` if it is not JSON; `retryAfter` is the header.
 * Sources: the API's error pages and the texts that official clients look for.
 */
export function readFailure(status: number, body: unknown, retryAfter: string | null, nowMs: number): Failure {
  const parsed = v.safeParse(errorSchema, body);
  const texts = parsed.success ? [parsed.output.code, parsed.output.message, parsed.output.error] : [];
  const keys = texts.filter((text) => text !== undefined).map((text) => text.trim().replace(/^\d{3}:/, ""));
  for (const key of keys) {
    const meaning = meanings.get(key.toLowerCase());
    if (meaning) return meaning;
  }
  const retryAfterSeconds = readRetryAfter(retryAfter, nowMs);
  const waitSeconds = retryAfterSeconds ?? coolDownSeconds;
  if (keys.includes("otp_recently_sent")) return { kind: "cool-down", waitSeconds };
  if (status === 429) return { kind: "too-many-requests", waitSeconds };
  const parameters = keys.includes("MissingParameter") ? missingParameters(keys) : [];
  if (parameters.length > 0) return { kind: "parameter-missing", parameters };
  if (status >= 500) return { kind: "server-unwell", status, ...(retryAfterSeconds && { retryAfterSeconds }) };
  if (status === 404 && keys.length > 0 && keys.every((key) => key === "NotFound")) return { kind: "phone-unknown" };
  if (status === 410) return { kind: "attempts-exhausted" };
  if (status === 412) return { kind: "otp-expired" };
  const words = parsed.success && (parsed.output.message || parsed.output.error);
  return { kind: "request-refused", status, detail: words ? shorten(words) : undefined };
}

/** Seconds to wait, from seconds or an HTTP date; `undefined` if it is neither or implausible. */
function readRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - nowMs) / 1000);
  return seconds > 0 && seconds <= longestWaitSeconds ? seconds : undefined;
}

/** The names in "missing countryCode\n. missing phone\n". They are shown, so only letters and up to two digits: no phone number, no token. */
function missingParameters(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) =>
    [...text.matchAll(/missing ([A-Za-z_]{1,30}\d{0,2})\b/g)].map((match) => match[1] ?? ""),
  );
  return names.slice(0, 10);
}

/** Five or more digits, also in groups; long words such as hashes and tokens; long words with digits; an authenticator's key. */
const repeatedSecrets = /\p{Nd}(?:[\s().,/+\p{Pd}]*\p{Nd}){4,}|\S{40,}|(?=\S*\p{Nd})\S{20,}|[A-Z2-7]{16,}/gu;

/** The server's text without secrets that it may repeat from the request. */
function shorten(text: string): string | undefined {
  return cutTo(detailLength, oneLine(text).replace(repeatedSecrets, "…")) || undefined;
}
