import { describe, expect, test } from "vitest";
import { bySms, byWhatsapp, confirmOtp, logIn, otherThan, post, receiveOtp, wrongCodeIs403 } from "./sandbox-calls.ts";
import { stageSandbox } from "./sandbox-stage.ts";

const stage = stageSandbox(Date.UTC(2024, 4, 29, 3, 41, 27, 9));

describe("confirming a code", () => {
  test("returns a bearer token once", async () => {
    const otp = await receiveOtp(stage.sandbox, byWhatsapp);
    expect(await confirmOtp(stage.sandbox, byWhatsapp, otp)).toEqual({
      status: 200,
      body: { data: { accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), tokenType: "bearer" } },
    });
    expect(await confirmOtp(stage.sandbox, byWhatsapp, otp)).toEqual({
      status: 409,
      body: { code: "Conflict", message: "phone_validation_already_validated" },
    });
  });

  test("refuses a wrong code in the account's form, and accepts the right one afterwards", async () => {
    const forms = [
      { number: bySms, status: 400, body: { code: "BadRequest", message: "Invalid OTP code." } },
      { number: byWhatsapp, status: 400, body: { code: "BadRequest", message: "Código OTP inválido." } },
      { number: wrongCodeIs403, status: 403, body: { code: "Forbidden", message: "otp_does_not_match" } },
    ];
    for (const { number, ...refusal } of forms) {
      const otp = await receiveOtp(stage.sandbox, number);
      expect(await confirmOtp(stage.sandbox, number, otherThan(otp))).toEqual(refusal);
      expect((await confirmOtp(stage.sandbox, number, otp)).status).toBe(200);
    }
  });

  test("accepts the code only as a string, as documented", async () => {
    const otp = await receiveOtp(stage.sandbox, bySms);
    const body = { ...bySms, otp: Number(otp) };
    expect((await post(stage.sandbox, "/v2/projects/phone-login/confirm", body)).status).toBe(400);
  });

  test("refuses the right code after five wrong ones, until a new one is sent", async () => {
    const otp = await receiveOtp(stage.sandbox, bySms);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await confirmOtp(stage.sandbox, bySms, otherThan(otp))).status).toBe(400);
    }
    expect(await confirmOtp(stage.sandbox, bySms, otp)).toEqual({
      status: 410,
      body: { code: "Gone", message: "MAX_ATTEMPTS_EXCEEDED" },
    });
    stage.passSeconds(120);
    await logIn(stage.sandbox, bySms);
  });

  test("refuses an expired code", async () => {
    const otp = await receiveOtp(stage.sandbox, bySms);
    stage.passSeconds(600);
    expect(await confirmOtp(stage.sandbox, bySms, otp)).toEqual({
      status: 412,
      body: { code: "PreconditionFailed", message: "phoneValidation_has_expired" },
    });
  });

  test("answers 404 for a number without a code", async () => {
    expect(await confirmOtp(stage.sandbox, bySms, "123456")).toEqual({
      status: 404,
      body: { code: "NotFound", message: "phone_validation_not_found" },
    });
  });

  test("names every missing parameter", async () => {
    expect(await post(stage.sandbox, "/v2/projects/phone-login/confirm", { phone: 2025550123 })).toEqual({
      status: 409,
      body: { code: "MissingParameter", message: "missing countryCode\n. missing otp\n" },
    });
  });

  test("drops the previous code when a new one is sent", async () => {
    const former = await receiveOtp(stage.sandbox, bySms);
    stage.passSeconds(120);
    const latter = await receiveOtp(stage.sandbox, bySms);
    if (former !== latter) expect((await confirmOtp(stage.sandbox, bySms, former)).status).toBe(400);
    expect((await confirmOtp(stage.sandbox, bySms, latter)).status).toBe(200);
  });
});
