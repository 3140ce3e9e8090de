import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { err, ok } from "../../../domain/result.ts";
import type { Fetch } from "../../../main/network/http-client.ts";
import { transportOn } from "./transport-on.ts";

const timeoutMs = 50;
const timedOut = err({ kind: "timed-out" });

/** Ignores its signal, as a fetch with a bug could. */
function fetchOf(respond: () => Promise<Response> | Response) {
  const requests: Request[] = [];
  const fetch: Fetch = async (request) => {
    requests.push(request);
    return respond();
  };
  return { fetch, wasAborted: () => requests.map(({ signal }) => signal.aborted) };
}

/** Sends these bytes, and never ends. */
function endless(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(text)) });
}

test("the deadline ends a call whose body never ends, and aborts the request", async () => {
  const { fetch, wasAborted } = fetchOf(() => new Response(endless("{")));
  expect(await transportOn(fetch, { timeoutMs }).postJson("v2/any", {})).toEqual(timedOut);
  expect(wasAborted()).toEqual([true]);
});

test("the deadline ends a call without a response, and aborts the request", async () => {
  const { fetch, wasAborted } = fetchOf(() => new Promise<never>(() => {}));
  expect(await transportOn(fetch, { timeoutMs }).postJson("v2/any", {})).toEqual(timedOut);
  expect(wasAborted()).toEqual([true]);
});

test("the deadline holds if it passes before the body is read", async () => {
  const { fetch } = fetchOf(async () => {
    await sleep(2 * timeoutMs);
    return new Response(endless("{"));
  });
  expect(await transportOn(fetch, { timeoutMs }).postJson("v2/any", {})).toEqual(timedOut);
});

test("a body over the limit fails at once although it never ends, and the request is aborted", async () => {
  const { fetch, wasAborted } = fetchOf(() => new Response(endless("x".repeat(1001))));
  expect(await transportOn(fetch).postJson("v2/any", {})).toEqual(err({ kind: "response-too-large" }));
  expect(wasAborted()).toEqual([true]);
});

test("a body of exactly the limit is read", async () => {
  const { fetch } = fetchOf(() => new Response(JSON.stringify("x".repeat(998))));
  expect(await transportOn(fetch).postJson("v2/any", {})).toMatchObject(ok({ body: "x".repeat(998) }));
});
