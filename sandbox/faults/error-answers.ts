import { signatureAt } from "../signature.ts";
import { answerWith } from "./fault-book.ts";
import { faultAnywhere, faultAt } from "./fault-row.ts";

const signature = signatureAt(Date.UTC(2024, 4, 29, 3, 41));
const html = () => ({ "content-type": "text/html" });

/** All errors that Verifik is known or assumed to answer, in each known envelope. */
export const errorAnswers = {
  "phone-malformed": faultAt(
    ["request-otp"],
    answerWith(400, { code: "BadRequest", message: "Invalid phone number format.", signature }),
  ),
  "phone-refused": faultAt(["request-otp"], answerWith(404, { code: "NotFound", message: "invalid_phone" })),
  "phone-unknown": faultAt(["request-otp"], answerWith(404, { code: "NotFound", message: "user_not_found" })),
  "phone-unknown-swapped": faultAt(
    ["request-otp"],
    answerWith(404, { code: "user_not_found", message: "404:user_not_found" }),
  ),
  "phone-unknown-bare": faultAt(["request-otp"], answerWith(404, { code: "NotFound" })),
  "recently-sent": faultAt(["request-otp"], answerWith(409, { code: "Conflict", message: "otp_recently_sent" })),
  "recently-sent-swapped": faultAt(
    ["request-otp"],
    answerWith(409, { code: "otp_recently_sent", message: "409:otp_recently_sent" }),
  ),
  "otp-not-sent": faultAt(["request-otp"], answerWith(409, { code: "Conflict", message: "otp_not_sent" })),
  "otp-send-failed": faultAt(["request-otp"], answerWith(409, { code: "Conflict", message: "otp_send_failed" })),
  "parameters-missing": faultAt(
    ["request-otp"],
    answerWith(409, { code: "MissingParameter", message: "missing countryCode\n. missing phone\n. missing type\n" }),
  ),

  "otp-wrong": faultAt(["confirm-otp"], answerWith(400, { code: "BadRequest", message: "Invalid OTP code." })),
  "otp-wrong-spanish": faultAt(
    ["confirm-otp"],
    answerWith(400, { code: "BadRequest", message: "Código OTP inválido." }),
  ),
  "otp-wrong-key": faultAt(["confirm-otp"], answerWith(400, { message: "invalid_otp", code: "ERROR" })),
  "otp-wrong-403": faultAt(["confirm-otp"], answerWith(403, { code: "Forbidden", message: "otp_does_not_match" })),
  "otp-wrong-swapped": faultAt(
    ["confirm-otp"],
    answerWith(403, { code: "otp_does_not_match", message: "403:otp_does_not_match" }),
  ),
  "otp-wrong-error": faultAt(["confirm-otp"], answerWith(403, { error: "403:otp_does_not_match" })),
  "authenticator-wrong": faultAt(
    ["confirm-otp"],
    answerWith(403, { code: "Forbidden", message: "authenticator_otp_does_not_match" }),
  ),
  "authenticator-wrong-swapped": faultAt(
    ["confirm-otp"],
    answerWith(403, { code: "authenticator_otp_does_not_match", message: "403:authenticator_otp_does_not_match" }),
  ),
  "otp-not-pending": faultAt(
    ["confirm-otp"],
    answerWith(404, { code: "NotFound", message: "phone_validation_not_found" }),
  ),
  "otp-already-used": faultAt(
    ["confirm-otp"],
    answerWith(409, { code: "Conflict", message: "phone_validation_already_validated" }),
  ),
  "attempts-exhausted": faultAt(["confirm-otp"], answerWith(410, { code: "Gone", message: "MAX_ATTEMPTS_EXCEEDED" })),
  "attempts-exhausted-bare": faultAt(["confirm-otp"], answerWith(410, "")),
  "otp-expired": faultAt(
    ["confirm-otp"],
    answerWith(412, { code: "PreconditionFailed", message: "phoneValidation_has_expired" }),
  ),
  "otp-expired-bare": faultAt(["confirm-otp"], answerWith(412, "")),

  "too-many-requests": faultAnywhere(answerWith(429, { code: "TooManyRequests" })),
  "too-many-requests-seconds": faultAnywhere(answerWith(429, "", () => ({ "retry-after": "30" }))),
  "too-many-requests-date": faultAnywhere(
    answerWith(429, "", (nowMs) => ({ "retry-after": new Date(nowMs + 45_000).toUTCString() })),
  ),
  "out-of-credits": faultAnywhere(answerWith(403, { code: "Forbidden", message: "insufficient_credits" })),
  "token-expired": faultAnywhere(answerWith(403, { code: "Forbidden", message: "expired_token" })),
  unauthorized: faultAnywhere(answerWith(401, { code: "Unauthorized", message: "Invalid or expired token." })),
  "unauthorized-bare": faultAnywhere(answerWith(401, { error: "Unauthorized" })),
  "forbidden-bare": faultAnywhere(answerWith(403, { error: "Forbidden" })),
  "forbidden-empty": faultAnywhere(answerWith(403, "")),
  "forbidden-html": faultAnywhere(answerWith(403, "<!doctype html><h1>Blocked by the network</h1>", html)),
  "not-found-other": faultAnywhere(answerWith(404, { code: "NotFound", message: "project_not_found" })),
  "unknown-words": faultAnywhere(
    answerWith(400, {
      code: "BadRequest",
      message: `<img src=x onerror="document.title = 'taken over'"> <b>Pay now</b> ${"so many words ".repeat(500)}`,
    }),
  ),
  "server-error": faultAnywhere(answerWith(500, { code: "InternalServerError", message: "boom" })),
  "bad-gateway-html": faultAnywhere(answerWith(502, "<!doctype html><h1>502 Bad Gateway</h1>", html)),
  "unavailable-empty": faultAnywhere(answerWith(503, "")),
  "gateway-timeout": faultAnywhere(answerWith(504, { message: "Endpoint request timed out" })),
} as const;
