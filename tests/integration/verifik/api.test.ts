import { inspect } from "node:util";
import { TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parsePhoneNumber } from "../../../domain/phone/parse-phone-number.ts";
import type { PhoneNumber } from "../../../domain/phone/phone-number.ts";
import type { VerifikApi } from "../../../domain/ports.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { readBearerToken } from "../../../domain/token/bearer-token.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { clientOf } from "../../fixtures/verifik-server.ts";
import { otherThan } from "../sandbox/sandbox-calls.ts";

let nowMs: number;
let sandbox: Sandbox;
let api: VerifikApi;
let otps: string[];
let authenticatorOtps: string[];

beforeEach(async () => {
  nowMs = Date.now();
  sandbox = await startSandbox({ nowMs: () => nowMs });
  api = clientOf(sandbox.origin);
  otps = [];
  authenticatorOtps = [];
  sandbox.onOtpSent(({ otp }) => otps.push(otp));
  sandbox.onAuthenticatorOtp(({ authenticatorOtp }) => authenticatorOtps.push(authenticatorOtp));
});

afterEach(() => sandbox.close());

function phone(typed: string): PhoneNumber {
  const parsed = parsePhoneNumber(typed, "CO");
  if (!parsed.ok) throw new Error(`${typed} is no phone number`);
  return parsed.value;
}

const byWhatsapp = phone("+57 300 123 4567");
const withSecondFactor = phone("+57 310 765 4321");

function latest(codes: readonly string[]): Secret {
  return new Secret(codes.at(-1) ?? expect.fail("No code came."));
}

async function receiveOtp(number: PhoneNumber): Promise<Secret> {
  expect(await api.requestOtp(number)).toMatchObject({ ok: true });
  return latest(otps);
}

describe("logging in", () => {
  test("sends a code, then exchanges it for the token with its real expiry", async () => {
    expect(await api.requestOtp(byWhatsapp)).toEqual(ok({ channel: "whatsapp", lifetimeMs: 600_000 }));
    const confirmed = await api.confirmOtp(byWhatsapp, latest(otps));
    if (!confirmed.ok || confirmed.value.kind !== "token") return expect.fail(JSON.stringify(confirmed));
    const token = readBearerToken(confirmed.value.bearerToken, nowMs);
    expect(token.expiryEstimated).toBe(false);
    expect(token.expiresAtMs).toBe(Math.floor(nowMs / 1000) * 1000 + 30 * 86_400_000);
  });

  test("says that the code came by SMS", async () => {
    expect(await api.requestOtp(phone("+1 202 555 0123"))).toMatchObject({ value: { channel: "sms" } });
  });

  test("takes a code's lifetime from the server's clock alone", async () => {
    nowMs -= 365 * 86_400_000;
    const shortLived = await startSandbox({ nowMs: () => nowMs, otpLifetimeSeconds: 7 });
    expect(await clientOf(shortLived.origin).requestOtp(byWhatsapp)).toMatchObject({ value: { lifetimeMs: 7000 } });
    await shortLived.close();
  });

  test("sends the number as a JSON number, or as a string if that would lose a leading zero", async () => {
    const withZero = phone("+225 01 02 03 04 05");
    await api.confirmOtp(byWhatsapp, await receiveOtp(byWhatsapp));
    await api.confirmOtp(withZero, await receiveOtp(withZero));
    expect(sandbox.requests.map(({ body }) => body)).toMatchObject([
      { countryCode: "+57", phone: 3001234567, type: "login" },
      { countryCode: "+57", phone: 3001234567, otp: otps[0] },
      { countryCode: "+225", phone: "0102030405", type: "login" },
      { countryCode: "+225", phone: "0102030405", otp: otps[1] },
    ]);
  });

  test("sends more than fifteen digits as a string, because a number would lose digits", async () => {
    const nationalNumber = "1234567890123456";
    await api.requestOtp({ regionCode: "DE", countryCallingCode: "49", nationalNumber });
    await api.requestOtp({ regionCode: "DE", countryCallingCode: "49", nationalNumber: nationalNumber.slice(1) });
    expect(sandbox.requests.map(({ body }) => body)).toMatchObject([
      { phone: nationalNumber },
      { phone: 234567890123456 },
    ]);
  });
});

describe("a second factor", () => {
  test("is requested, and both codes together return the token", async () => {
    const otp = await receiveOtp(withSecondFactor);
    expect(await api.confirmOtp(withSecondFactor, otp)).toEqual(
      ok({ kind: "second-factor-required", enrolment: undefined }),
    );
    const confirmed = await api.confirmOtp(withSecondFactor, otp, latest(authenticatorOtps));
    expect(confirmed).toMatchObject({ ok: true, value: { kind: "token" } });
    expect(sandbox.requests.at(-1)?.body).toMatchObject({
      otp: otps[0],
      authenticatorOTP: authenticatorOtps[0],
      type: "login",
    });
  });

  test("that is not set up yet comes with its QR code and key, which no log line can show", async () => {
    const number = phone("+52 55 1234 5678");
    const otp = await receiveOtp(number);
    const asked = await api.confirmOtp(number, otp);
    if (!asked.ok || asked.value.kind !== "second-factor-required") return expect.fail(JSON.stringify(asked));
    const secretKey = asked.value.enrolment?.secretKey?.reveal() ?? expect.fail("no key");
    expect(asked.value.enrolment?.qrCode?.reveal()).toMatch(/^data:image\/png;base64,/);
    expect(JSON.stringify(asked) + inspect(asked, { depth: null })).not.toMatch(new RegExp(`${secretKey}|base64`));
    const shownByApp = new Secret(new TOTP({ secret: secretKey }).generate({ timestamp: nowMs }));
    expect(await api.confirmOtp(number, otp, shownByApp)).toMatchObject({ value: { kind: "token" } });
  });

  test("that is wrong is a different failure from a wrong code", async () => {
    const otp = await receiveOtp(withSecondFactor);
    await api.confirmOtp(withSecondFactor, otp);
    const wrong = new Secret(otherThan(latest(authenticatorOtps).reveal()));
    expect(await api.confirmOtp(withSecondFactor, otp, wrong)).toEqual(err({ kind: "authenticator-wrong" }));
  });
});

describe("reports", () => {
  test.each(["+57 300 123 4567", "+1 202 555 0123", "+44 7700 900123"])(
    "that the code for %s is wrong",
    async (typed) => {
      const number = phone(typed);
      const wrong = new Secret(otherThan((await receiveOtp(number)).reveal()));
      expect(await api.confirmOtp(number, wrong)).toEqual(err({ kind: "otp-wrong" }));
    },
  );

  test("that there were too many wrong codes", async () => {
    const otp = await receiveOtp(byWhatsapp);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await api.confirmOtp(byWhatsapp, new Secret(otherThan(otp.reveal())));
    }
    expect(await api.confirmOtp(byWhatsapp, otp)).toEqual(err({ kind: "attempts-exhausted" }));
  });

  test("that the code has expired", async () => {
    const otp = await receiveOtp(byWhatsapp);
    nowMs += 600_000;
    expect(await api.confirmOtp(byWhatsapp, otp)).toEqual(err({ kind: "otp-expired" }));
  });

  test("that no code is pending if none was sent", async () => {
    expect(await api.confirmOtp(byWhatsapp, new Secret("123456"))).toEqual(err({ kind: "otp-not-pending" }));
  });

  test("that the code has been used", async () => {
    const otp = await receiveOtp(byWhatsapp);
    await api.confirmOtp(byWhatsapp, otp);
    expect(await api.confirmOtp(byWhatsapp, otp)).toEqual(err({ kind: "otp-already-used" }));
  });

  test("that the number is unknown", async () => {
    expect(await api.requestOtp(phone("+57 300 999 9999"))).toEqual(err({ kind: "phone-unknown" }));
  });

  test("that the number is refused", async () => {
    const malformed = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "123" };
    expect(await api.requestOtp(malformed)).toEqual(err({ kind: "phone-invalid", reason: "refused" }));
  });

  test("that a code was sent a short while ago", async () => {
    await receiveOtp(byWhatsapp);
    expect(await api.requestOtp(byWhatsapp)).toEqual(err({ kind: "cool-down", waitSeconds: 120 }));
    expect(otps.length).toBe(1);
  });

  test("which parameter is missing, should the API change", async () => {
    expect(await api.confirmOtp(byWhatsapp, new Secret(""))).toEqual(
      err({ kind: "parameter-missing", parameters: ["otp"] }),
    );
  });
});
