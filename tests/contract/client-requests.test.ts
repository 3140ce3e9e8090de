import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PhoneNumber } from "../../domain/phone/phone-number.ts";
import { Secret } from "../../domain/secret.ts";
import { createTransport } from "../../main/network/transport.ts";
import { createVerifikApi } from "../../main/verifik/api.ts";
import { type Sandbox, startSandbox } from "../../sandbox/server.ts";
import { seeds } from "./seeds.ts";
import { shapeDifferences } from "./shape.ts";

const pages = [
  {
    language: "en",
    ...seeds.en,
    number: { regionCode: "US", countryCallingCode: "1", nationalNumber: "2025550123" },
  },
  {
    language: "es",
    ...seeds.es,
    number: { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" },
  },
] as const;

describe.each(pages)("the app, compared with the $language page,", ({ phoneLogin, confirm, number }) => {
  let sandbox: Sandbox;
  let otp: Secret;

  beforeEach(async () => {
    sandbox = await startSandbox();
    sandbox.onOtpSent((sent) => {
      otp = new Secret(sent.otp);
    });
  });

  afterEach(() => sandbox.close());

  function clientOf({ origin }: Sandbox) {
    const transport = createTransport({ origin, fetch, timeoutMs: 5000, responseLimitBytes: 256 * 1024 });
    return createVerifikApi(transport, Date.now);
  }

  test("requests a code with exactly the documented parameters", async () => {
    expect(await clientOf(sandbox).requestOtp(number)).toMatchObject({ ok: true });
    const [request, ...more] = sandbox.requests;
    expect(more).toEqual([]);
    expect(request).toMatchObject({ method: "POST", path: phoneLogin.path });
    expect(request?.headers["content-type"]).toMatch(/^application\/json\b/);
    expect(shapeDifferences(phoneLogin.request, request?.body)).toEqual([]);
    expect(request?.body).toEqual({
      countryCode: `+${number.countryCallingCode}`,
      phone: Number(number.nationalNumber),
      type: phoneLogin.request.type,
    });
  });

  test("confirms a code with exactly the documented parameters", async () => {
    const client = clientOf(sandbox);
    await client.requestOtp(number);
    expect(await client.confirmOtp(number, otp)).toMatchObject({ ok: true, value: { kind: "token" } });
    const request = sandbox.requests[1];
    expect(request).toMatchObject({ method: "POST", path: confirm.path });
    expect(shapeDifferences(confirm.request, request?.body)).toEqual([]);
  });

  test("sends no token, cookie or query", async () => {
    const client = clientOf(sandbox);
    await client.requestOtp(number);
    await client.confirmOtp(number, otp);
    for (const { headers, query } of sandbox.requests) {
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("cookie");
      expect([...query]).toEqual([]);
    }
  });

  test("differs in one point: digits with a leading zero are sent as a string", async () => {
    const withZero: PhoneNumber = { regionCode: "CI", countryCallingCode: "225", nationalNumber: "0102030405" };
    await clientOf(sandbox).requestOtp(withZero);
    expect(shapeDifferences(phoneLogin.request, sandbox.requests[0]?.body)).toEqual([
      "$.phone: expected number, found string",
    ]);
  });
});
