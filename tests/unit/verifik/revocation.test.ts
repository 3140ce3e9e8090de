import { expect, test } from "vitest";
import { err } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import type { Fetch } from "../../../main/network/http-client.ts";
import { createVerifikApi } from "../../../main/verifik/api.ts";
import { transportOn } from "../network/transport-on.ts";

const unanswered = err({ kind: "revocation-unanswered" });

/** The result of a revocation over this fetch, and how often fetch was called. */
async function revokeOver(fetch: Fetch, timeoutMs?: number) {
  let calls = 0;
  const counted: Fetch = (request) => {
    calls += 1;
    return fetch(request);
  };
  const api = createVerifikApi(transportOn(counted, { ...(timeoutMs && { timeoutMs }) }), () => 0);
  return { result: await api.revokeTokens(new Secret("t.o.k")), calls };
}

test.each([
  ["net::ERR_INTERNET_DISCONNECTED", "offline"],
  ["net::ERR_NAME_NOT_RESOLVED", "name-not-found"],
  ["net::ERR_CONNECTION_REFUSED", "refused"],
  ["net::ERR_CERT_AUTHORITY_INVALID", "tls"],
  ["net::ERR_PROXY_CONNECTION_FAILED", "proxy"],
])("after %s nothing was sent, so all tokens stay valid: %s", async (message, reason) => {
  expect(await revokeOver(() => Promise.reject(new Error(message)))).toEqual({
    result: err({ kind: "unreachable", reason }),
    calls: 1,
  });
});

test.each<[string, Fetch]>([
  ["a reset", () => Promise.reject(new Error("net::ERR_CONNECTION_RESET"))],
  ["another network", () => Promise.reject(new Error("net::ERR_NETWORK_CHANGED"))],
  ["an error without a name", () => Promise.reject(new Error())],
  ["a redirect", () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'"))],
  ["a response that is too large", async () => new Response("x".repeat(1001))],
  ["an empty body", async () => new Response("")],
  ["an HTML page", async () => new Response("<!doctype html><title>Hotel</title>")],
  ["a status that is neither success nor refusal", async () => new Response(null, { status: 304 })],
])("after %s the tokens may be revoked, and nothing is sent again", async (_what, fetch) => {
  expect(await revokeOver(fetch)).toEqual({ result: unanswered, calls: 1 });
});

test.each<[string, Fetch]>([
  ["no response", () => new Promise(() => {})],
  ["a response that never ends", async () => new Response(new ReadableStream())],
])("after %s within the time limit the tokens may be revoked, and nothing is sent again", async (_what, fetch) => {
  expect(await revokeOver(fetch, 50)).toEqual({ result: unanswered, calls: 1 });
});
