import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { readFailure } from "../../../main/verifik/failures.ts";

const nowMs = Date.UTC(2024, 4, 29, 3, 41, 27);

function read(status: number, body: unknown): Failure {
  return readFailure(status, body, null, nowMs);
}

const wrongOtp: Failure = { kind: "otp-wrong" };
const phoneRefused: Failure = { kind: "phone-invalid", reason: "refused" };
const coolDown: Failure = { kind: "cool-down", waitSeconds: 120 };
const tooMany: Failure = { kind: "too-many-requests", waitSeconds: 120 };
const wrongAuthenticator: Failure = { kind: "authenticator-wrong" };

describe("an error response means", () => {
  test.each<[number, Record<string, unknown>, Failure]>([
    [
      400,
      {
        code: "BadRequest",
        message: "Invalid phone number format.",
        signature: { dateTime: "May 29, 2024 3:41 AM", message: "Certified by Verifik.co" },
      },
      phoneRefused,
    ],
    [400, { code: "BadRequest", message: "Invalid OTP code." }, wrongOtp],
    [400, { code: "BadRequest", message: "Código OTP inválido." }, wrongOtp],
    [400, { message: "invalid_otp", code: "ERROR" }, wrongOtp],
    [
      409,
      { code: "MissingParameter", message: "missing countryCode\n. missing phone\n. missing type\n" },
      { kind: "parameter-missing", parameters: ["countryCode", "phone", "type"] },
    ],
    [403, { code: "Forbidden", message: "otp_does_not_match" }, wrongOtp],
    [403, { code: "otp_does_not_match", message: "403:otp_does_not_match" }, wrongOtp],
    [403, { message: "403:otp_does_not_match" }, wrongOtp],
    [403, { code: "Forbidden", message: "authenticator_otp_does_not_match" }, wrongAuthenticator],
    [403, { code: "authenticator_otp_does_not_match" }, wrongAuthenticator],
    [403, { message: "403:authenticator_otp_does_not_match" }, wrongAuthenticator],
    [403, { code: "Forbidden", message: "insufficient_credits" }, { kind: "credits-exhausted" }],
    [
      403,
      { code: "Forbidden", message: "expired_token" },
      { kind: "request-refused", status: 403, detail: "expired_token" },
    ],
    [404, { code: "NotFound", message: "user_not_found" }, { kind: "phone-unknown" }],
    [404, { code: "NotFound" }, { kind: "phone-unknown" }],
    [404, { message: "NotFound" }, { kind: "phone-unknown" }],
    [
      404,
      { code: "NotFound", message: "project_not_found" },
      { kind: "request-refused", status: 404, detail: "project_not_found" },
    ],
    [404, { code: "NotFound", message: "invalid_phone" }, phoneRefused],
    [404, { code: "NotFound", message: "phone_validation_not_found" }, { kind: "otp-not-pending" }],
    [409, { code: "Conflict", message: "otp_recently_sent" }, coolDown],
    [409, { code: "otp_recently_sent", message: "409:otp_recently_sent" }, coolDown],
    [409, { code: "Conflict", message: "otp_not_sent" }, { kind: "otp-not-sent" }],
    [409, { code: "Conflict", message: "otp_send_failed" }, { kind: "otp-not-sent" }],
    [409, { code: "Conflict", message: "phone_validation_already_validated" }, { kind: "otp-already-used" }],
    [410, { code: "Gone", message: "MAX_ATTEMPTS_EXCEEDED" }, { kind: "attempts-exhausted" }],
    [410, { code: "MAX_ATTEMPTS_EXCEEDED" }, { kind: "attempts-exhausted" }],
    [412, { code: "PreconditionFailed", message: "phoneValidation_has_expired" }, { kind: "otp-expired" }],
    [429, { code: "TooManyRequests" }, tooMany],
    [
      401,
      { code: "Unauthorized", message: "Invalid or expired token." },
      { kind: "request-refused", status: 401, detail: "Invalid or expired token." },
    ],
    [401, { error: "Unauthorized" }, { kind: "request-refused", status: 401, detail: "Unauthorized" }],
    [500, { code: "InternalServerError", message: "boom" }, { kind: "server-unwell", status: 500 }],
  ])("%i %j: %j", (status, body, failure) => {
    expect(read(status, body)).toEqual(failure);
  });

  test.each(["code", "message", "error"])("the same in the field %s, with or without the status before it", (name) => {
    for (const text of ["otp_does_not_match", "403:otp_does_not_match", " OTP_DOES_NOT_MATCH "]) {
      expect(read(403, { [name]: text })).toEqual(wrongOtp);
    }
  });

  test("what its text says, not its status", () => {
    expect(read(500, { message: "otp_does_not_match" })).toEqual(wrongOtp);
    expect(read(200, { code: "insufficient_credits" })).toEqual({ kind: "credits-exhausted" });
  });
});

describe("without a known text the status decides:", () => {
  const nothings: [string, unknown][] = [
    ["an empty body or HTML", undefined],
    ["null", null],
    ["a text", "Forbidden"],
    ["a list", [{ code: "otp_does_not_match" }]],
    ["fields that are not texts", { code: 403, message: { text: "otp_does_not_match" }, error: true }],
    ["empty texts", { code: "", message: "", error: "" }],
  ];
  const byStatus: [number, Failure][] = [
    ...[400, 401, 403, 404, 405, 407, 409, 413, 418, 451].map((status): [number, Failure] => [
      status,
      { kind: "request-refused", status, detail: undefined },
    ]),
    [410, { kind: "attempts-exhausted" }],
    [412, { kind: "otp-expired" }],
    [429, tooMany],
    ...[500, 502, 503, 504, 520].map((status): [number, Failure] => [status, { kind: "server-unwell", status }]),
  ];

  test.each(byStatus)("%i: %j", (status, failure) => {
    for (const [, body] of nothings) {
      const found = read(status, body);
      expect({ detail: undefined, ...found }).toEqual({ detail: undefined, ...failure });
    }
  });

  test.each(["constructor", "__proto__", "toString", "valueOf", "hasOwnProperty"])(
    "also if the text is %j, which every JavaScript object has as a property",
    (message) => {
      expect(read(400, { message })).toEqual({ kind: "request-refused", status: 400, detail: message });
      expect(read(503, { code: message })).toEqual({ kind: "server-unwell", status: 503 });
    },
  );
});

describe("a missing parameter", () => {
  test("is named with letters and two digits only, ten names at most", () => {
    const message = [...Array(20).keys()].map((index) => `missing name${index}\n`).join(". ");
    const failure = read(409, { code: "MissingParameter", message });
    expect(failure).toMatchObject({ parameters: [...Array(10).keys()].map((index) => `name${index}`) });
    expect(read(409, { code: "MissingParameter", message: "missing <b>phone</b>, missing type" })).toEqual({
      kind: "parameter-missing",
      parameters: ["type"],
    });
  });

  test("without a name becomes the server's own text, not an empty list", () => {
    const message = "Some parameters are missing.";
    expect(read(409, { code: "MissingParameter", message })).toEqual({
      kind: "request-refused",
      status: 409,
      detail: message,
    });
  });
});
