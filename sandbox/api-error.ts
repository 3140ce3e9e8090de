import type { TestAccount } from "./accounts.ts";
import { signatureAt } from "./signature.ts";

/** An answer other than 200. Request handlers throw it, and the server writes it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: Readonly<Record<string, unknown>>,
  ) {
    super(JSON.stringify(body));
  }
}

export function badRequest(message: string): ApiError {
  return new ApiError(400, { code: "BadRequest", message });
}

export function invalidPhoneNumber(atMs: number): ApiError {
  return new ApiError(400, {
    code: "BadRequest",
    message: "Invalid phone number format.",
    signature: signatureAt(atMs),
  });
}

/** The account determines which of the two known forms the answer has, and the language of its sentence. */
export function wrongOtp(account: TestAccount): ApiError {
  if (account.wrongOtpStatus === 403) return forbidden("otp_does_not_match");
  return badRequest(account.language === "es" ? "Código OTP inválido." : "Invalid OTP code.");
}

/** Names all missing parameters in one message, with Verifik's odd line breaks and full stops. */
export function missingParameters(names: readonly string[]): ApiError {
  return new ApiError(409, { code: "MissingParameter", message: names.map((name) => `missing ${name}\n`).join(". ") });
}

export function unauthorized(): ApiError {
  return new ApiError(401, { code: "Unauthorized", message: "Invalid or expired token." });
}

/** The same refusal as `clients/me` words it. */
export function unauthorizedClient(): ApiError {
  return new ApiError(401, { error: "Unauthorized" });
}

export function forbidden(message: string): ApiError {
  return new ApiError(403, { code: "Forbidden", message });
}

export function notFound(message: string): ApiError {
  return new ApiError(404, { code: "NotFound", message });
}

export function methodNotAllowed(): ApiError {
  return new ApiError(405, { code: "MethodNotAllowed", message: "Method not allowed." });
}

export function conflict(message: string): ApiError {
  return new ApiError(409, { code: "Conflict", message });
}

export function attemptsExhausted(): ApiError {
  return new ApiError(410, { code: "Gone", message: "MAX_ATTEMPTS_EXCEEDED" });
}

export function otpExpired(): ApiError {
  return new ApiError(412, { code: "PreconditionFailed", message: "phoneValidation_has_expired" });
}
