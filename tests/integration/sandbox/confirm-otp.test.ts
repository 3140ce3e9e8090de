import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { bySms, byWhatsapp, confirmOtp, logIn, otherThan, post, receiveOtp, wrongCodeIs403 } from "./sandbox-calls.ts";

let nowMs: number;
let sandbox: Sandbox;

beforeEach(async () => {
  nowMs = Date.UTC(2024, 4, 29, 3, 41, 27, 9);
  sandbox = await startSandbox({ nowMs: () => nowMs });
});

afterEach(() => sandbox.close());

function passSeconds(seconds: number): void {
  nowMs += seconds * 1000;
}

describe("confirming a code", () => {
  test("gives a bearer token, once", async () => {
    const otp = await receiveOtp(sandbox, byWhatsapp);
    expect(await confirmOtp(sandbox, byWhatsapp, otp)).toEqual({
      status: 200,
      body: { data: { accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), tokenType: "bearer" } },
    });
    expect(await confirmOtp(sandbox, byWhatsapp, otp)).toEqual({
      status: 409,
      body: { code: "Conflict", message: "phone_validation_already_validated" },
    });
  });

  test("refuses a wrong code in the account's own form, and takes the right one after", async () => {
    const forms = [
      { number: bySms, status: 400, body: { code: "BadRequest", message: "Invalid OTP code." } },
      { number: byWhatsapp, status: 400, body: { code: "BadRequest", message: "Código OTP inválido." } },
      { number: wrongCodeIs403, status: 403, body: { code: "Forbidden", message: "otp_does_not_match" } },
    ];
    for (const { number, ...refusal } of forms) {
      const otp = await receiveOtp(sandbox, number);
      expect(await confirmOtp(sandbox, number, otherThan(otp))).toEqual(refusal);
      expect((await confirmOtp(sandbox, number, otp)).status).toBe(200);
    }
  });

  test("takes the code as a string only, as documented", async () => {
    const otp = await receiveOtp(sandbox, bySms);
    const body = { ...bySms, otp: Number(otp) };
    expect((await post(sandbox, "/v2/projects/phone-login/confirm", body)).status).toBe(400);
  });

  test("refuses even the right code after five wrong ones, until another is sent", async () => {
    const otp = await receiveOtp(sandbox, bySms);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await confirmOtp(sandbox, bySms, otherThan(otp))).status).toBe(400);
    }
    expect(await confirmOtp(sandbox, bySms, otp)).toEqual({
      status: 410,
      body: { code: "Gone", message: "MAX_ATTEMPTS_EXCEEDED" },
    });
    passSeconds(120);
    await logIn(sandbox, bySms);
  });

  test("refuses an expired code", async () => {
    const otp = await receiveOtp(sandbox, bySms);
    passSeconds(600);
    expect(await confirmOtp(sandbox, bySms, otp)).toEqual({
      status: 412,
      body: { code: "PreconditionFailed", message: "phoneValidation_has_expired" },
    });
  });

  test("has nothing to confirm for a number that asked for no code", async () => {
    expect(await confirmOtp(sandbox, bySms, "123456")).toEqual({
      status: 404,
      body: { code: "NotFound", message: "phone_validation_not_found" },
    });
  });

  test("names every missing parameter", async () => {
    expect(await post(sandbox, "/v2/projects/phone-login/confirm", { phone: 2025550123 })).toEqual({
      status: 409,
      body: { code: "MissingParameter", message: "missing countryCode\n. missing otp\n" },
    });
  });

  test("forgets the former code when another is sent", async () => {
    const former = await receiveOtp(sandbox, bySms);
    passSeconds(120);
    const latter = await receiveOtp(sandbox, bySms);
    if (former !== latter) expect((await confirmOtp(sandbox, bySms, former)).status).toBe(400);
    expect((await confirmOtp(sandbox, bySms, latter)).status).toBe(200);
  });
});
