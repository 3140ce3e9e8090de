import { expect, test } from "vitest";
import { err } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { createTransport, type Fetch } from "../../../main/network/transport.ts";
import { createVerifikApi } from "../../../main/verifik/api.ts";

const unanswered = err({ kind: "revocation-unanswered" });

/** How a revocation ends where fetch does so, and how often it was called. */
async function revokedBy(fetch: Fetch) {
  let calls = 0;
  const counted: Fetch = (...call) => {
    calls += 1;
    return fetch(...call);
  };
  const transport = createTransport({
    origin: "https://api.verifik.co",
    fetch: counted,
    timeoutMs: 50,
    answerLimitBytes: 1000,
  });
  const result = await createVerifikApi(transport, () => 0).revokeTokens(new Secret("t.o.k"));
  return { result, calls };
}

test.each([
  ["net::ERR_INTERNET_DISCONNECTED", "offline"],
  ["net::ERR_NAME_NOT_RESOLVED", "name-not-found"],
  ["net::ERR_CONNECTION_REFUSED", "refused"],
  ["net::ERR_CERT_AUTHORITY_INVALID", "tls"],
  ["net::ERR_PROXY_CONNECTION_FAILED", "proxy"],
])("after %s nothing was sent, so no token has ended: %s", async (message, reason) => {
  const revoked = await revokedBy(() => Promise.reject(new Error(message)));
  expect(revoked).toEqual({ result: err({ kind: "unreachable", reason }), calls: 1 });
});

test.each<[string, Fetch]>([
  ["a reset", () => Promise.reject(new Error("net::ERR_CONNECTION_RESET"))],
  ["another network", () => Promise.reject(new Error("net::ERR_NETWORK_CHANGED"))],
  ["an error without a name", () => Promise.reject(new Error())],
  ["a redirect", () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'"))],
  ["an answer that is too large", async () => new Response("x".repeat(1001))],
  ["no text", async () => new Response("")],
  ["a page", async () => new Response("<!doctype html><title>Hotel</title>")],
  ["a status that is neither success nor refusal", async () => new Response(null, { status: 304 })],
  ["an answer without an end", async () => new Response(new ReadableStream())],
])("after %s the tokens may have ended, which is said, and nothing is sent again", async (_what, fetch) => {
  expect(await revokedBy(fetch)).toEqual({ result: unanswered, calls: 1 });
});

test("no answer at all may have ended them too", async () => {
  const silent: Fetch = (_url, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))));
  expect(await revokedBy(silent)).toEqual({ result: unanswered, calls: 1 });
});
