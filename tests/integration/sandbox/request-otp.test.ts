import { describe, expect, test } from "vitest";
import { startSandbox } from "../../../sandbox/server.ts";
import { bySms, byWhatsapp, post, receiveOtp, requestOtp } from "./sandbox-calls.ts";
import { stageSandbox } from "./sandbox-stage.ts";

const stage = stageSandbox(Date.UTC(2024, 4, 29, 3, 41, 27, 9));

describe("requesting a code", () => {
  test("sends six digits by the account's channel, and answers with the current times and signature", async () => {
    const sent: unknown[] = [];
    stage.sandbox.onOtpSent((otp) => sent.push(otp));

    const answer = await requestOtp(stage.sandbox, bySms);

    expect(sent).toEqual([{ e164: "+12025550123", channel: "sms", otp: expect.stringMatching(/^\d{6}$/) }]);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        data: {
          countryCode: "+1",
          phone: "2025550123",
          phoneGateway: "sms",
          language: "en",
          redirectUrl: "<https://verifik.co>",
          requires2FA: false,
          otp: expect.stringMatching(/^\$2a\$10\$[./A-Za-z0-9]{53}$/),
          createdAt: "2024-05-29T03:41:27.009Z",
          expiresAt: "2024-05-29T03:51:27.009Z",
        },
        signature: { dateTime: "May 29, 2024 3:41 AM", message: "Certified by Verifik.co" },
        id: expect.stringMatching(/^[A-Z]\d{4}$/),
      },
    });
  });

  test("answers a Spanish account as on Verifik's Spanish page", async () => {
    expect(await requestOtp(stage.sandbox, byWhatsapp)).toMatchObject({
      status: 200,
      body: { data: { phoneGateway: "whatsapp", language: "es", redirectUrl: "https://verifik.co" } },
    });
  });

  test("accepts the digits as a string too, which may begin with a zero", async () => {
    expect((await requestOtp(stage.sandbox, { countryCode: "+57", phone: "3001234567" })).status).toBe(200);
    expect(await requestOtp(stage.sandbox, { countryCode: "+225", phone: "0102030405" })).toMatchObject({
      status: 200,
      body: { data: { phone: "0102030405" } },
    });
    expect((await requestOtp(stage.sandbox, { countryCode: "+225", phone: 102030405 })).status).toBe(404);
  });

  test("answers 404 for other numbers", async () => {
    expect(await requestOtp(stage.sandbox, { countryCode: "+57", phone: 3009999999 })).toEqual({
      status: 404,
      body: { code: "NotFound", message: "user_not_found" },
    });
  });

  test.each([
    { countryCode: "57", phone: 3001234567 },
    { countryCode: "+5700", phone: 3001234567 },
    { countryCode: "+57", phone: "300 123 4567" },
    { countryCode: "+57", phone: 300.5 },
    { countryCode: "+57", phone: 1e21 },
  ])("refuses the malformed number $countryCode $phone", async (number) => {
    expect(await requestOtp(stage.sandbox, number)).toEqual({
      status: 400,
      body: {
        code: "BadRequest",
        message: "Invalid phone number format.",
        signature: { dateTime: "May 29, 2024 3:41 AM", message: "Certified by Verifik.co" },
      },
    });
  });

  test("names every missing parameter", async () => {
    expect(await post(stage.sandbox, "/v2/projects/phone-login", {})).toEqual({
      status: 409,
      body: { code: "MissingParameter", message: "missing countryCode\n. missing phone\n. missing type\n" },
    });
    expect(await post(stage.sandbox, "/v2/projects/phone-login", { ...byWhatsapp, type: "" })).toMatchObject({
      status: 409,
      body: { message: "missing type\n" },
    });
  });

  test("refuses a type other than login", async () => {
    expect((await post(stage.sandbox, "/v2/projects/phone-login", { ...byWhatsapp, type: "signup" })).status).toBe(400);
  });

  test("refuses a second code during the cool-down, only for this number", async () => {
    await receiveOtp(stage.sandbox, byWhatsapp);
    stage.passSeconds(119);
    expect(await requestOtp(stage.sandbox, byWhatsapp)).toEqual({
      status: 409,
      body: { code: "Conflict", message: "otp_recently_sent" },
    });
    expect((await requestOtp(stage.sandbox, bySms)).status).toBe(200);
    stage.passSeconds(1);
    expect((await requestOtp(stage.sandbox, byWhatsapp)).status).toBe(200);
  });

  test("replaces an expired code during the cool-down", async () => {
    const shortLived = await startSandbox({ nowMs: () => stage.nowMs, otpLifetimeSeconds: 30 });
    await receiveOtp(shortLived, byWhatsapp);
    stage.passSeconds(30);
    expect((await requestOtp(shortLived, byWhatsapp)).status).toBe(200);
    await shortLived.close();
  });

  test("stops calling back once unsubscribed", async () => {
    const sent: unknown[] = [];
    const unsubscribe = stage.sandbox.onOtpSent((otp) => sent.push(otp));
    unsubscribe();
    await requestOtp(stage.sandbox, byWhatsapp);
    expect(sent).toEqual([]);
  });
});
