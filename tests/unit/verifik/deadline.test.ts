import { expect, test } from "vitest";
import { err } from "../../../domain/result.ts";
import { createTransport } from "../../../main/network/transport.ts";

test("the deadline ends an answer that goes on for ever, also where fetch itself does not", async () => {
  let cancelled: (reason: unknown) => void;
  const givenUp = new Promise((resolve) => {
    cancelled = resolve;
  });
  const endless = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
    cancel: (reason) => cancelled(reason),
  });
  const fetch = () => Promise.resolve(new Response(endless));
  const { postJson } = createTransport({
    origin: "https://api.verifik.co",
    fetch,
    timeoutMs: 50,
    answerLimitBytes: 1000,
  });
  expect(await postJson("v2/any", {})).toEqual(err({ kind: "timed-out" }));
  expect(await givenUp).toMatchObject({ name: "TimeoutError" });
});
