import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import type { VerifikApi } from "../../../domain/ports.ts";
import { err, ok, type Result } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { readBearerToken } from "../../../domain/token/bearer-token.ts";
import { faultTable } from "../../../sandbox/faults/fault-table.ts";
import { answerLate } from "../../../sandbox/faults/token-call-faults.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { clientOf } from "../../fixtures/verifik-server.ts";
import { bySms, byWhatsapp, logIn } from "../sandbox/sandbox-calls.ts";

const dayMs = 86_400_000;
const rejected = err({ kind: "token-rejected", status: 401 });
const account = { name: "Ana Prueba", email: "ana@sandbox.example", credits: 250 };

let nowMs: number;
let sandbox: Sandbox;
let api: VerifikApi;
let bearerToken: Secret;

beforeEach(async () => {
  nowMs = Math.floor(Date.now() / 1000) * 1000;
  sandbox = await startSandbox({ nowMs: () => nowMs });
  api = clientOf(sandbox.origin);
  bearerToken = new Secret(await logIn(sandbox, byWhatsapp));
});

afterEach(() => sandbox.close());

/** Method and path of the requests since the login. */
function asked() {
  const requests = sandbox.requests.slice(2);
  for (const { headers, body } of requests) {
    expect(headers.authorization).toBe(`Bearer ${bearerToken.reveal()}`);
    expect(headers).not.toHaveProperty("cookie");
    expect(body).toBeUndefined();
  }
  return requests.map(({ method, path, query }) => `${method} ${path}?${query}`);
}

function takenFrom<Value>(result: Result<Value, Failure>): Value {
  return result.ok ? result.value : expect.fail(JSON.stringify(result.error));
}

describe("the account", () => {
  test("has name, e-mail and credits", async () => {
    expect(await api.readAccount(bearerToken)).toEqual(ok(account));
    expect(asked()).toEqual(["GET /v2/clients/me?"]);
  });

  test("of an expired token is refused", async () => {
    nowMs += 30 * dayMs;
    expect(await api.readAccount(bearerToken)).toEqual(rejected);
  });
});

describe("renewing", () => {
  test.each([1, 3])(
    "for %i months returns a token that expires then, and the present one stays valid",
    async (months) => {
      nowMs += 10 * dayMs;
      const renewed = takenFrom(await api.renewToken(bearerToken, months));
      expect(readBearerToken(renewed, nowMs)).toMatchObject({
        expiresAtMs: nowMs + months * 30 * dayMs,
        expiryEstimated: false,
      });
      expect(asked()).toEqual([`GET /v2/auth/session?origin=refresh&expiresIn=${months}`]);
      expect(await api.readAccount(renewed)).toEqual(ok(account));
      expect(await api.readAccount(bearerToken)).toEqual(ok(account));
    },
  );

  test.each([404, 405] as const)("is sent as a POST if the GET gets %i", async (status) => {
    sandbox.faults.every("renew-token", faultTable[`renewal-by-post-${status}`].fault);
    const renewed = takenFrom(await api.renewToken(bearerToken, 2));
    const call = "/v2/auth/session?origin=refresh&expiresIn=2";
    expect(asked()).toEqual([`GET ${call}`, `POST ${call}`]);
    expect(await api.readAccount(renewed)).toEqual(ok(account));
  });

  test("is refused for an expired token, without a POST", async () => {
    nowMs += 30 * dayMs;
    expect(await api.renewToken(bearerToken, 1)).toEqual(rejected);
    expect(asked()).toHaveLength(1);
  });
});

describe("revoking", () => {
  test("ends all tokens of the account, no others, and returns a new one", async () => {
    const other = takenFrom(await api.renewToken(bearerToken, 1));
    const ofOthers = new Secret(await logIn(sandbox, bySms));
    const renewed = takenFrom(await api.revokeTokens(bearerToken));
    expect(sandbox.requests.at(-1)).toMatchObject({
      method: "POST",
      path: "/v2/auth/renew-and-revoke",
      headers: { authorization: `Bearer ${bearerToken.reveal()}` },
      body: undefined,
    });
    expect(await api.readAccount(bearerToken)).toEqual(rejected);
    expect(await api.readAccount(other)).toEqual(rejected);
    expect(await api.readAccount(renewed)).toEqual(ok(account));
    expect(await api.readAccount(ofOthers)).toMatchObject({ ok: true });
  });

  test("is refused for an expired token", async () => {
    nowMs += 30 * dayMs;
    expect(await api.revokeTokens(bearerToken)).toEqual(rejected);
  });

  test.each(["reply-lost", "revoked-with-500"] as const)(
    "with the fault %s ends the tokens, says that they may have ended, and is not sent again",
    async (name) => {
      sandbox.faults.next("revoke-tokens", faultTable[name].fault);
      expect(await api.revokeTokens(bearerToken)).toEqual(err({ kind: "revocation-unanswered" }));
      expect(asked()).toEqual(["POST /v2/auth/renew-and-revoke?"]);
      expect(await api.readAccount(bearerToken)).toEqual(rejected);
    },
  );

  test("with a late response says after the deadline that the tokens may have ended", async () => {
    sandbox.faults.next("revoke-tokens", faultTable.late.fault);
    expect(await clientOf(sandbox.origin, 100).revokeTokens(bearerToken)).toEqual(
      err({ kind: "revocation-unanswered" }),
    );
    expect(await api.readAccount(bearerToken)).toEqual(rejected);
  });
});

test("a slow response within the time limit counts", async () => {
  sandbox.faults.next("get-client", answerLate(200));
  const startedAtMs = performance.now();
  expect(await api.readAccount(bearerToken)).toEqual(ok(account));
  expect(performance.now() - startedAtMs).toBeGreaterThan(180);
});

test("the results show neither a token nor the account's other fields", async () => {
  const results = [
    await api.readAccount(bearerToken),
    await api.renewToken(bearerToken, 1),
    await api.revokeTokens(bearerToken),
  ];
  expect(results).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
  const seen = JSON.stringify(results) + inspect(results, { depth: null, showHidden: true });
  expect(seen).not.toMatch(/eyJ|\$2a|[0-9a-f]{24}|3001234567|JWTPhrase|billing|4242|900000000/);
});
