import type { Fault } from "./fault-book.ts";
import { faultAt } from "./fault-row.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** Differs from the 30 days that the app assumes for tokens without an expiry. */
const tokenLivesMs = 20 * dayMs;

type Claims = (issuedAtMs: number, expiresAtMs: number) => object;

/** Confirms the login, then answers with an unusable token in this form and place. */
function tokenAnswer(says: string, tokenAt: (nowMs: number) => string, bodyOf: (token: string) => object) {
  const fault: Fault = {
    says,
    takesEffect: true,
    answer(response, nowMs) {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(bodyOf(tokenAt(nowMs))));
    },
  };
  return faultAt(["confirm-otp"], fault);
}

function tokenWith(says: string, claims: Claims) {
  const tokenAt = (nowMs: number) => unsignedJwt(claims(nowMs, nowMs + tokenLivesMs));
  return tokenAnswer(says, tokenAt, (accessToken) => ({ data: { accessToken, tokenType: "bearer" } }));
}

function tokenIn(place: string, bodyOf: (token: string) => object) {
  const claims = (nowMs: number) => ({ iat: seconds(nowMs), expiresAt: seconds(nowMs + tokenLivesMs) });
  return tokenAnswer(`200 with the token in \`${place}\``, (nowMs) => unsignedJwt(claims(nowMs)), bodyOf);
}

/** Every form and place in which an access token was seen. They last 20 days, except those whose expiry is estimated. */
export const tokenAnswers = {
  "token-expires-at-seconds": tokenWith("`expiresAt` in seconds", (issuedAtMs, expiresAtMs) => ({
    iat: seconds(issuedAtMs),
    expiresAt: seconds(expiresAtMs),
  })),
  "token-expires-at-milliseconds": tokenWith("`expiresAt` in milliseconds", (issuedAtMs, expiresAtMs) => ({
    iat: seconds(issuedAtMs),
    expiresAt: expiresAtMs,
  })),
  "token-expires-at-text": tokenWith("`expiresAt` as YYYY-MM-DD HH:mm:ss in UTC", (issuedAtMs, expiresAtMs) => ({
    iat: seconds(issuedAtMs),
    expiresAt: new Date(expiresAtMs).toISOString().slice(0, 19).replace("T", " "),
  })),
  "token-expires-at-iso": tokenWith("`expiresAt` in ISO 8601", (issuedAtMs, expiresAtMs) => ({
    iat: seconds(issuedAtMs),
    expiresAt: new Date(expiresAtMs).toISOString(),
  })),
  "token-exp-only": tokenWith("`exp`, no `expiresAt`", (issuedAtMs, expiresAtMs) => ({
    iat: seconds(issuedAtMs),
    exp: seconds(expiresAtMs),
  })),
  "token-iat-only": tokenWith("only `iat`, ten days ago", (issuedAtMs) => ({ iat: seconds(issuedAtMs - 10 * dayMs) })),
  "token-opaque": tokenAnswer(
    "a token that is no JWT",
    () => "opaque-token-of-the-sandbox",
    (accessToken) => ({ data: { accessToken, tokenType: "bearer" } }),
  ),
  "token-in-data-access-token": tokenIn("data.accessToken", (accessToken) => ({ data: { accessToken } })),
  "token-in-data-token": tokenIn("data.token", (token) => ({ data: { token } })),
  "token-in-access-token": tokenIn("accessToken", (accessToken) => ({ accessToken, tokenType: "bearer" })),
  "token-in-token": tokenIn("token", (token) => ({ token })),
  "token-as-data": tokenIn("data", (data) => ({ data })),
} as const;

function seconds(momentMs: number): number {
  return Math.floor(momentMs / 1000);
}

/** A JWT with a made-up signature: clients read only the claims. */
function unsignedJwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "HS256", typ: "JWT" })}.${part({ clientId: "613375a1eab2fe08527f0001", p: "vk", ...claims })}.c2FuZGJveA`;
}
