import { decodeJwt, decodeProtectedHeader, SignJWT } from "jose";
import { beforeEach, describe, expect, test } from "vitest";
import { startSandbox } from "../../../sandbox/server.ts";
import { type Answer, answerOf, bySms, byWhatsapp, logIn, withToken } from "./sandbox-calls.ts";
import { stageSandbox } from "./sandbox-stage.ts";

const renewal = "/v2/auth/session?origin=refresh&expiresIn=1";
const issuedAtSeconds = Date.UTC(2024, 4, 29) / 1000;
const day = 24 * 60 * 60;

const stage = stageSandbox(issuedAtSeconds * 1000);
let bearerToken: string;

beforeEach(async () => {
  bearerToken = await logIn(stage.sandbox, byWhatsapp);
});

function me(token: string): Promise<Answer> {
  return withToken(stage.sandbox, "GET", "/v2/clients/me", token);
}

describe("a token", () => {
  test("has Verifik's header and claims: expiresAt in Unix seconds, no exp", () => {
    expect(decodeProtectedHeader(bearerToken)).toEqual({ alg: "HS256", typ: "JWT" });
    expect(decodeJwt(bearerToken)).toEqual({
      clientId: expect.stringMatching(/^[0-9a-f]{24}$/),
      JWTPhrase: expect.stringMatching(/^[0-9a-f]{32}$/),
      iat: issuedAtSeconds,
      expiresAt: issuedAtSeconds + 30 * day,
      p: "vk",
    });
  });

  test("has the lifetime of the sandbox's option", async () => {
    const shortLived = await startSandbox({ nowMs: () => stage.nowMs, tokenLifetimeSeconds: 40 });
    expect(decodeJwt(await logIn(shortLived, bySms)).expiresAt).toBe(issuedAtSeconds + 40);
    await shortLived.close();
  });
});

describe("clients/me", () => {
  test("returns the token's account, with fields that clients must drop", async () => {
    expect(await me(bearerToken)).toEqual({
      status: 200,
      body: {
        data: {
          _id: decodeJwt(bearerToken).clientId,
          name: "Ana Prueba",
          email: "ana@sandbox.example",
          countryCode: "+57",
          phone: "3001234567",
          credits: 250,
          language: "es",
          otp: expect.stringMatching(/^\$2a\$10\$/),
          JWTPhrase: decodeJwt(bearerToken).JWTPhrase,
          billing: expect.any(Object),
        },
      },
    });
  });

  test("refuses a token from its expiry on", async () => {
    stage.nowMs += 30 * day * 1000 - 1;
    expect((await me(bearerToken)).status).toBe(200);
    stage.nowMs += 1;
    expect(await me(bearerToken)).toEqual({ status: 401, body: { error: "Unauthorized" } });
  });

  test("refuses a missing token, a token that is not a JWT, and a JWT with another signature", async () => {
    const forged = await new SignJWT(decodeJwt(bearerToken))
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode("not the secret of this stage.sandbox.."));
    const refusal = { status: 401, body: { error: "Unauthorized" } };
    expect(await answerOf(await fetch(`${stage.sandbox.origin}/v2/clients/me`))).toEqual(refusal);
    expect(await me("opaque")).toEqual(refusal);
    expect(await me(forged)).toEqual(refusal);
  });
});

describe("renewing", () => {
  test("returns a token for the requested months, and keeps the previous one valid", async () => {
    stage.nowMs += 10 * day * 1000;
    const answer = await withToken(stage.sandbox, "GET", "/v2/auth/session?origin=refresh&expiresIn=2", bearerToken);
    expect(answer).toEqual({ status: 200, body: { accessToken: expect.any(String), tokenType: "bearer" } });
    const { accessToken } = answer.body as { accessToken: string };
    expect(decodeJwt(accessToken).expiresAt).toBe(issuedAtSeconds + 10 * day + 60 * day);
    expect((await me(accessToken)).status).toBe(200);
    expect((await me(bearerToken)).status).toBe(200);
  });

  test("is refused for an expired token", async () => {
    stage.nowMs += 30 * day * 1000;
    expect(await withToken(stage.sandbox, "GET", renewal, bearerToken)).toEqual({
      status: 401,
      body: { code: "Unauthorized", message: "Invalid or expired token." },
    });
  });

  test("requires all its query parameters", async () => {
    expect(await withToken(stage.sandbox, "GET", "/v2/auth/session", bearerToken)).toEqual({
      status: 409,
      body: { code: "MissingParameter", message: "missing origin\n. missing expiresIn\n" },
    });
    for (const query of ["origin=other&expiresIn=1", "origin=refresh&expiresIn=0", "origin=refresh&expiresIn=1.5"]) {
      expect((await withToken(stage.sandbox, "GET", `/v2/auth/session?${query}`, bearerToken)).status).toBe(400);
    }
  });

  test("also works by POST, as on an older page of Verifik", async () => {
    expect((await withToken(stage.sandbox, "POST", renewal, bearerToken)).status).toBe(200);
    expect((await withToken(stage.sandbox, "POST", renewal, "opaque")).status).toBe(401);
  });
});

describe("renewing and revoking", () => {
  test("revokes every token of this client, and of no other client", async () => {
    const othersToken = await logIn(stage.sandbox, bySms);
    const answer = await withToken(stage.sandbox, "POST", "/v2/auth/renew-and-revoke", bearerToken);
    expect(answer).toEqual({ status: 200, body: { token: expect.any(String) } });
    expect((await me((answer.body as { token: string }).token)).status).toBe(200);
    expect((await me(bearerToken)).status).toBe(401);
    expect((await withToken(stage.sandbox, "GET", renewal, bearerToken)).status).toBe(401);
    expect((await me(othersToken)).status).toBe(200);
  });

  test("is refused without a valid token", async () => {
    expect(await withToken(stage.sandbox, "POST", "/v2/auth/renew-and-revoke", "opaque")).toEqual({
      status: 401,
      body: { code: "Unauthorized", message: "Invalid or expired token." },
    });
  });
});
