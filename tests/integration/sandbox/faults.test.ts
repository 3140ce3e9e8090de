import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PhoneNumber } from "../../../domain/phone/phone-number.ts";
import { err } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { readBearerToken } from "../../../domain/token/bearer-token.ts";
import { sandboxOptionsOf } from "../../../sandbox/cli/cli-options.ts";
import { answerWith } from "../../../sandbox/faults/fault-book.ts";
import { faultTable, type TroubleName } from "../../../sandbox/faults/fault-table.ts";
import { redirectTo } from "../../../sandbox/faults/transport-faults.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { faultMeanings, namesOf, tokenLives, troublesAt } from "../../fixtures/fault-meanings.ts";
import { clientOf } from "../../fixtures/verifik-server.ts";
import { bySms, byWhatsapp, logIn, receiveOtp, requestOtp, withToken } from "./sandbox-calls.ts";

const phone: PhoneNumber = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" };

let sandbox: Sandbox;
let sent: string[];

beforeEach(async () => {
  sandbox = await startSandbox({ coolDownSeconds: 0 });
  sent = [];
  sandbox.onOtpSent(({ otp }) => sent.push(otp));
});

afterEach(() => sandbox.close());

/** The client, with a short deadline for faults that last, and its failure for the fault. */
function expected(name: TroubleName) {
  const meaning = faultMeanings[name];
  const timeoutMs = meaning.kind === "timed-out" ? 200 : 10_000;
  // The date has whole seconds, and time has passed.
  const failure = name === "too-many-requests-date" ? { ...meaning, waitSeconds: expect.closeTo(45, -1) } : meaning;
  return { api: clientOf(sandbox.origin, timeoutMs), failure: err(failure) };
}

describe("a request for a code", () => {
  test.each(troublesAt("request-otp"))(
    "with the fault %s returns its failure, is sent once, and takes effect or not as documented",
    async (name) => {
      const { fault } = faultTable[name];
      const { api, failure } = expected(name);
      sandbox.faults.next("request-otp", fault);
      expect(await api.requestOtp(phone)).toEqual(failure);
      expect(sandbox.requests).toHaveLength(1);
      expect(sent).toHaveLength(name === "reply-lost" ? 1 : 0);
      expect(await api.requestOtp(phone)).toMatchObject({ ok: true });
    },
  );
});

describe("a confirmation", () => {
  test.each(troublesAt("confirm-otp"))(
    "with the fault %s returns its failure, is sent once, and takes effect or not as documented",
    async (name) => {
      const { fault } = faultTable[name];
      const { api, failure } = expected(name);
      const otp = new Secret(await receiveOtp(sandbox, byWhatsapp));
      sandbox.faults.next("confirm-otp", fault);
      expect(await api.confirmOtp(phone, otp)).toEqual(failure);
      expect(sandbox.requests).toHaveLength(2);
      expect(await api.confirmOtp(phone, otp)).toMatchObject(
        name === "reply-lost" ? err({ kind: "otp-already-used" }) : { value: { kind: "token" } },
      );
    },
  );

  test.each(namesOf(tokenLives))("with the answer %s returns a token with the right expiry", async (name) => {
    const api = clientOf(sandbox.origin);
    const otp = new Secret(await receiveOtp(sandbox, byWhatsapp));
    sandbox.faults.next("confirm-otp", faultTable[name].fault);
    const confirmed = await api.confirmOtp(phone, otp);
    if (!confirmed.ok || confirmed.value.kind !== "token") return expect.fail(JSON.stringify(confirmed));
    const nowMs = Date.now();
    const token = readBearerToken(confirmed.value.bearerToken, nowMs);
    const { days, estimated } = tokenLives[name];
    expect(token.expiryEstimated).toBe(estimated);
    expect(Math.abs(token.expiresAtMs - nowMs - days * 86_400_000)).toBeLessThan(60_000);
  });

  test("with a wrong code is refused as usual, despite a fault that takes effect", async () => {
    await receiveOtp(sandbox, byWhatsapp);
    sandbox.faults.every("confirm-otp", faultTable["token-opaque"].fault);
    const wrong = new Secret(sent[0] === "111111" ? "222222" : "111111");
    expect(await clientOf(sandbox.origin).confirmOtp(phone, wrong)).toEqual(err({ kind: "otp-wrong" }));
  });
});

test("faults apply in their order, then the one for every request, until they are cleared", async () => {
  sandbox.faults.every("request-otp", answerWith(500, ""));
  sandbox.faults.next(
    "request-otp",
    answerWith(418, { short: "stout" }, () => ({ "x-pot": "tea" })),
  );
  sandbox.faults.next("request-otp", answerWith(402, "pay"));
  const ask = () => fetch(`${sandbox.origin}/v2/projects/phone-login`, { method: "POST", body: "{}" });

  const first = await ask();
  expect([first.status, first.headers.get("x-pot"), await first.json()]).toEqual([418, "tea", { short: "stout" }]);
  const second = await ask();
  expect([second.status, await second.text()]).toEqual([402, "pay"]);
  expect([(await ask()).status, (await ask()).status]).toEqual([500, 500]);
  sandbox.faults.clear();
  expect((await requestOtp(sandbox, bySms)).status).toBe(200);
});

test("a fault for one method waits for a request with that method", async () => {
  const bearerToken = await logIn(sandbox, byWhatsapp);
  const ask = (method: "GET" | "POST") =>
    withToken(sandbox, method, "/v2/auth/session?origin=refresh&expiresIn=1", bearerToken);
  sandbox.faults.next("renew-token", faultTable["renewal-by-post-404"].fault);
  expect([(await ask("POST")).status, (await ask("GET")).status, (await ask("GET")).status]).toEqual([200, 404, 200]);
  sandbox.faults.every("renew-token", faultTable["renewal-by-post-405"].fault);
  expect([(await ask("POST")).status, (await ask("GET")).status, (await ask("GET")).status]).toEqual([200, 405, 405]);
});

test("a fault applies only to its call", async () => {
  sandbox.faults.every("confirm-otp", answerWith(500, ""));
  expect((await requestOtp(sandbox, bySms)).status).toBe(200);
  expect((await fetch(`${sandbox.origin}/v2/clients/me`)).status).toBe(401);
});

test("a redirect to another host and port sends nothing there", async () => {
  const elsewhere = await startSandbox();
  sandbox.faults.next("request-otp", redirectTo(`${elsewhere.origin}/v2/projects/phone-login`, 307));
  expect(await clientOf(sandbox.origin).requestOtp(phone)).toEqual(err({ kind: "redirect-refused" }));
  expect(elsewhere.requests).toEqual([]);
  await elsewhere.close();
});

describe("the option --fault", () => {
  test("sets a fault for all its calls or for one of them", () => {
    const { silence, "otp-expired": otpExpired } = faultTable;
    expect(sandboxOptionsOf(["--fault", "otp-expired", "--fault=silence@confirm-otp"])).toEqual({
      faults: [
        { endpoint: "confirm-otp", fault: otpExpired.fault },
        { endpoint: "confirm-otp", fault: silence.fault },
      ],
    });
    expect(sandboxOptionsOf(["--fault", "silence"])).toMatchObject({ faults: { length: 5 } });
  });

  test.each(["--fault", "--fault earthquake", "--fault silence@home", "--fault constructor"])(
    "is refused as %s",
    (commandLine) => {
      expect(sandboxOptionsOf(commandLine.split(" "))).toEqual({ badOption: commandLine });
    },
  );
});
