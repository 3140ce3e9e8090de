import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/server.ts";
import { seeds } from "./seeds.ts";
import { shapeDifferences } from "./shape.ts";

const pages = [
  { language: "en", ...seeds.en, number: { countryCode: "+1", phone: 2025550123 } },
  { language: "es", ...seeds.es, number: { countryCode: "+57", phone: 3001234567 } },
] as const;

describe.each(pages)("the sandbox, compared with the $language page,", ({ language, phoneLogin, confirm, number }) => {
  let sandbox: Sandbox;
  let otp: string;

  beforeEach(async () => {
    sandbox = await startSandbox({ coolDownSeconds: 0 } satisfies SandboxOptions);
    sandbox.onOtpSent((sent) => {
      otp = sent.otp;
    });
  });

  afterEach(() => sandbox.close());

  async function post(path: string, body: object): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${sandbox.origin}${path}`, { method: "POST", body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  }

  test("answers the documented request for a code with the documented keys and types", async () => {
    const body = { ...number, type: "login" };
    expect(shapeDifferences(phoneLogin.request, body)).toEqual([]);
    const answer = await post(phoneLogin.path, body);
    expect(answer).toMatchObject({ status: 200, body: { data: { language } } });
    expect(shapeDifferences(phoneLogin.response, answer.body)).toEqual([]);
  });

  test("answers the documented confirmation with the documented keys and types", async () => {
    await post(phoneLogin.path, { ...number, type: "login" });
    const body = { ...number, otp };
    expect(shapeDifferences(confirm.request, body)).toEqual([]);
    const answer = await post(confirm.path, body);
    expect(answer.status).toBe(200);
    expect(shapeDifferences(confirm.response, answer.body)).toEqual([]);
  });

  test("accepts the phone as a string too, as Verifik's own clients send it", async () => {
    const asString = { ...number, phone: String(number.phone) };
    const requested = await post(phoneLogin.path, { ...asString, type: "login" });
    expect(shapeDifferences(phoneLogin.response, requested.body)).toEqual([]);
    const confirmed = await post(confirm.path, { ...asString, otp });
    expect(shapeDifferences(confirm.response, confirmed.body)).toEqual([]);
  });

  test("requires exactly the documented parameters", async () => {
    for (const { path, request } of [phoneLogin, confirm]) {
      expect(await post(path, {})).toMatchObject({
        status: 409,
        body: {
          message: Object.keys(request)
            .map((name) => `missing ${name}\n`)
            .join(". "),
        },
      });
    }
  });
});
