import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { bySms, byWhatsapp, post, receiveOtp, requestOtp } from "./sandbox-calls.ts";

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

describe("requesting a code", () => {
  test("sends six digits by the account's channel, and answers with times and signature of that moment", async () => {
    const sent: unknown[] = [];
    sandbox.onOtpSent((otp) => sent.push(otp));

    const answer = await requestOtp(sandbox, bySms);

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

  test("answers a Spanish account as the Spanish page does", async () => {
    expect(await requestOtp(sandbox, byWhatsapp)).toMatchObject({
      status: 200,
      body: { data: { phoneGateway: "whatsapp", language: "es", redirectUrl: "https://verifik.co" } },
    });
  });

  test("takes the digits as a string too, and only so can they begin with a zero", async () => {
    expect((await requestOtp(sandbox, { countryCode: "+57", phone: "3001234567" })).status).toBe(200);
    expect(await requestOtp(sandbox, { countryCode: "+225", phone: "0102030405" })).toMatchObject({
      status: 200,
      body: { data: { phone: "0102030405" } },
    });
    expect((await requestOtp(sandbox, { countryCode: "+225", phone: 102030405 })).status).toBe(404);
  });

  test("knows no other number", async () => {
    expect(await requestOtp(sandbox, { countryCode: "+57", phone: 3009999999 })).toEqual({
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
    expect(await requestOtp(sandbox, number)).toEqual({
      status: 400,
      body: {
        code: "BadRequest",
        message: "Invalid phone number format.",
        signature: { dateTime: "May 29, 2024 3:41 AM", message: "Certified by Verifik.co" },
      },
    });
  });

  test("names every missing parameter", async () => {
    expect(await post(sandbox, "/v2/projects/phone-login", {})).toEqual({
      status: 409,
      body: { code: "MissingParameter", message: "missing countryCode\n. missing phone\n. missing type\n" },
    });
    expect(await post(sandbox, "/v2/projects/phone-login", { ...byWhatsapp, type: "" })).toMatchObject({
      status: 409,
      body: { message: "missing type\n" },
    });
  });

  test("refuses another type than login", async () => {
    expect((await post(sandbox, "/v2/projects/phone-login", { ...byWhatsapp, type: "signup" })).status).toBe(400);
  });

  test("refuses a second code for the number during the cool-down, and no other number", async () => {
    await receiveOtp(sandbox, byWhatsapp);
    passSeconds(119);
    expect(await requestOtp(sandbox, byWhatsapp)).toEqual({
      status: 409,
      body: { code: "Conflict", message: "otp_recently_sent" },
    });
    expect((await requestOtp(sandbox, bySms)).status).toBe(200);
    passSeconds(1);
    expect((await requestOtp(sandbox, byWhatsapp)).status).toBe(200);
  });

  test("lets an expired code be replaced within the cool-down", async () => {
    const shortLived = await startSandbox({ nowMs: () => nowMs, otpLifetimeSeconds: 30 });
    await receiveOtp(shortLived, byWhatsapp);
    passSeconds(30);
    expect((await requestOtp(shortLived, byWhatsapp)).status).toBe(200);
    await shortLived.close();
  });

  test("stops calling back once unsubscribed", async () => {
    const sent: unknown[] = [];
    const unsubscribe = sandbox.onOtpSent((otp) => sent.push(otp));
    unsubscribe();
    await requestOtp(sandbox, byWhatsapp);
    expect(sent).toEqual([]);
  });
});
