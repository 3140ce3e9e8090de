import { afterEach, describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { clientOf, startJsonServer, startVerifikServer, type VerifikServer } from "../../fixtures/verifik-server.ts";

const bearerToken = new Secret("t.o.k");
const unreadable: Failure = { kind: "response-unreadable" };
const unanswered: Failure = { kind: "revocation-unanswered" };
const rejected: Failure = { kind: "token-rejected", status: 401 };
const forbidden: Failure = { kind: "token-rejected", status: 403 };

let server: VerifikServer | undefined;
afterEach(() => server?.close());

async function asked(body: unknown, status = 200) {
  server = await startJsonServer(body, status);
  return clientOf(server.origin);
}

/** The outcomes of account, renewal and revocation for the same response. */
async function failuresOf(body: unknown, status = 200) {
  const api = await asked(body, status);
  const results = [
    await api.readAccount(bearerToken),
    await api.renewToken(bearerToken, 1),
    await api.revokeTokens(bearerToken),
  ];
  return results.map((result) => (result.ok ? result : result.error));
}

describe("the new token is found", () => {
  test.each<[string, unknown]>([
    ["accessToken", { accessToken: "n.e.w", tokenType: "bearer" }],
    ["token", { token: "n.e.w" }],
    ["data.accessToken", { data: { accessToken: "n.e.w" } }],
    ["data.token", { data: { token: "n.e.w" } }],
    ["data itself", { data: "n.e.w" }],
  ])("in %s", async (_where, body) => {
    const api = await asked(body);
    for (const renewed of [await api.renewToken(bearerToken, 1), await api.revokeTokens(bearerToken)]) {
      expect(renewed.ok && renewed.value.reveal()).toBe("n.e.w");
    }
  });
});

test.each<[string, unknown]>([
  ["null", null],
  ["a text", "n.e.w"],
  ["an empty object", {}],
  ["an empty token", { token: "" }],
  ["a token of two words", { accessToken: "two words" }],
  ["a token that does not fit into a header", { token: "n.ë.w" }],
  ["a token that is a number", { data: { token: 7 } }],
  ["a message", { data: { message: "Done" } }],
])("%s is unreadable, so after a revocation the tokens may have ended", async (_what, body) => {
  expect(await failuresOf(body)).toEqual([unreadable, unreadable, unanswered]);
});

describe("a refusal", () => {
  test.each<[number, unknown, Failure]>([
    [401, { code: "Unauthorized", message: "Invalid or expired token." }, rejected],
    [401, { error: "Unauthorized" }, rejected],
    [401, "", rejected],
    [403, { code: "Forbidden", message: "expired_token" }, forbidden],
    [403, { error: "Forbidden" }, forbidden],
    [403, {}, forbidden],
    [403, { code: "Forbidden", message: "insufficient_credits" }, { kind: "credits-exhausted" }],
    [400, { message: "Invalid origin." }, { kind: "request-refused", status: 400, detail: "Invalid origin." }],
    [404, { code: "NotFound", message: "user_not_found" }, { kind: "request-refused", status: 404, detail: undefined }],
    [
      409,
      { code: "MissingParameter", message: "missing origin\n" },
      { kind: "request-refused", status: 409, detail: undefined },
    ],
    [410, {}, { kind: "request-refused", status: 410, detail: undefined }],
    [429, {}, { kind: "too-many-requests", waitSeconds: 120 }],
  ])("%i %j is reported, and no token has ended", async (status, body, failure) => {
    expect(await failuresOf(body, status)).toEqual([failure, failure, failure]);
  });

  test.each([500, 502, 503, 504])("does not have status %i: a revocation may have taken effect", async (status) => {
    const unwell = { kind: "server-unwell", status };
    expect(await failuresOf({ code: "InternalServerError" }, status)).toEqual([unwell, unwell, unanswered]);
  });

  test("does not have status 500 even if the text is one of a refusal", async () => {
    const [, , revoked] = await failuresOf({ message: "insufficient_credits" }, 500);
    expect(revoked).toEqual(unanswered);
  });
});

test.each([
  [404, ["GET", "POST"]],
  [405, ["GET", "POST"]],
  [400, ["GET"]],
  [401, ["GET"]],
  [500, ["GET"]],
  [501, ["GET"]],
])("a renewal whose GET gets %i is sent as %j", async (status, methods) => {
  const api = await asked({}, status);
  expect(await api.renewToken(bearerToken, 1)).toMatchObject({ ok: false });
  expect(server?.received).toEqual(
    methods.map((method) => ({
      method,
      path: "/v2/auth/session?origin=refresh&expiresIn=1",
      authorization: "Bearer t.o.k",
      body: undefined,
    })),
  );
});

describe("an account", () => {
  const nothing = { name: undefined, email: undefined, credits: undefined };

  test.each<[string, object, object]>([
    ["with an id alone", {}, {}],
    ["with nulls", { name: null, email: null, credits: null }, {}],
    ["with other types", { name: 7, email: { address: "a@b.example" }, credits: "250" }, {}],
    ["with empty words", { name: "", email: " \n\u200b" }, {}],
    ["with a name alone", { name: "Ana", phone: "3001234567" }, { name: "Ana" }],
    ["with no credits left", { credits: 0 }, { credits: 0 }],
    ["with negative, fractional credits", { credits: -1.5 }, { credits: -1.5 }],
    [
      "with control characters in its texts",
      { name: " Ana\r\n\u202eaburP\u2066\u0000 ", email: "ana\u001b[31m@b.example" },
      { name: "Ana aburP", email: "ana [31m@b.example" },
    ],
  ])("%s", async (_what, data, known) => {
    const api = await asked({ data: { _id: "613375a1eab2fe08527f0001", ...data } });
    expect(await api.readAccount(bearerToken)).toEqual(ok({ ...nothing, ...known }));
  });

  test("with very long texts has them cut", async () => {
    const api = await asked({ data: { _id: "1", name: "x".repeat(100), email: "😀".repeat(10_000) } });
    const account = await api.readAccount(bearerToken);
    if (!account.ok) return expect.fail(JSON.stringify(account));
    expect(account.value.name).toBe("x".repeat(100));
    expect(account.value.email).toMatch(/^(😀){49}…$/u);
  });

  test("with more credits than a number can hold has none", async () => {
    server = await startVerifikServer((response) => response.end('{"data":{"_id":"1","credits":1e999}}'));
    expect(await clientOf(server.origin).readAccount(bearerToken)).toEqual(ok(nothing));
  });

  test.each([null, [], {}, { data: {} }, { data: null }, { data: { _id: 7, name: "Ana" } }, { name: "Ana" }])(
    "cannot be read from %j",
    async (body) => {
      const api = await asked(body);
      expect(await api.readAccount(bearerToken)).toEqual(err(unreadable));
    },
  );
});
