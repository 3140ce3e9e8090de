import type { ServerResponse } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err } from "../../../domain/result.ts";
import { clientOf, startVerifikServer } from "../../fixtures/verifik-server.ts";
import { type Answer, expectFailure, hash, otp, phone, respond, serverThat } from "./verifik-failing-calls.ts";

const shortMs = 200;

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

describe("a response that is not Verifik's", () => {
  const unreadable: Failure = { kind: "response-unreadable" };

  test.each<[string, Answer]>([
    [
      "a login page of the network",
      respond(200, "<!doctype html><title>Hotel</title>", { "content-type": "text/html" }),
    ],
    ["an empty body", respond(200, "")],
    ["an empty body with 204", respond(204, "")],
    ["truncated JSON", respond(200, '{"data":{"accessToken":"eyJ')],
    ["other types", respond(200, '{"data":7,"accessToken":{},"token":[]}')],
    ["a bare hash", respond(200, JSON.stringify(hash))],
    ["bytes that are not text", (response) => response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x00, 0x7b]))],
  ])("(%s) is unreadable", async (_what, answer) => {
    await expectFailure(answer, unreadable);
  });

  test("counts by its status if that is an error", async () => {
    await expectFailure(respond(502, "<h1>Bad gateway</h1>"), { kind: "server-unwell", status: 502 });
    await expectFailure(respond(403, "<h1>Blocked</h1>"), { kind: "request-refused", status: 403, detail: undefined });
  });

  test("that repeats the request in its error does not leak it into the failure", async () => {
    const message = `No code ${otp.reveal()} for +573001234567, hash ${hash}`;
    await expectFailure(respond(400, JSON.stringify({ message, data: { otp: hash } })), {
      kind: "request-refused",
      status: 400,
      detail: "No code … for +…, hash …",
    });
  });
});

describe("a server that is too slow", () => {
  const timedOut: Failure = { kind: "timed-out" };

  const drip: Answer = (response) => {
    const timer = setInterval(() => response.write(" "), shortMs / 20);
    response.once("close", () => clearInterval(timer));
  };

  test.each<[string, Answer]>([
    ["silence", () => {}],
    ["silence after the head", (response) => response.writeHead(200).flushHeaders()],
    ["a byte now and then, for ever", drip],
  ])("(%s) fails at the deadline for the whole call, not before", async (_what, answer) => {
    const server = await serverThat(answer);
    const startedAtMs = performance.now();
    expect(await clientOf(server.origin, shortMs).requestOtp(phone)).toEqual(err(timedOut));
    expect(performance.now() - startedAtMs).toBeGreaterThan(shortMs * 0.9);
  });

  test("after the head is hung up on, although garbage was collected meanwhile", async () => {
    const begun: ServerResponse[] = [];
    const server = await serverThat((response) => {
      begun.push(response.writeHead(200));
      response.flushHeaders();
    });
    const collecting = setInterval(collectGarbage, shortMs / 20);
    // Without the body's own signal, several of a hundred stay open.
    await Promise.all(Array.from({ length: 100 }, () => clientOf(server.origin, 4 * shortMs).requestOtp(phone)));
    clearInterval(collecting);
    expect(begun.length).toBeGreaterThan(0);
    await expect.poll(() => begun.filter(({ closed }) => !closed)).toEqual([]);
  });

  test("gets one request, and its late response does no harm", async () => {
    const late: Answer = (response) =>
      void setTimeout(() => response.end('{"data":{"message":"late"}}'), shortMs * 1.5);
    await expectFailure(late, timedOut, shortMs);
  });
});

describe("a connection that breaks", () => {
  const broken: Failure = { kind: "unreachable", reason: "other" };

  test.each<[string, Answer]>([
    ["reset before the response", (_response, { socket }) => socket.resetAndDestroy()],
    ["closed before the response", (_response, { socket }) => socket.destroy()],
    [
      "reset within the response",
      (response, { socket }) => {
        response.writeHead(200).write('{"data":', () => socket.resetAndDestroy());
      },
    ],
    [
      "closed within the response",
      (response, { socket }) => {
        response.writeHead(200, { "content-length": "1000" }).write('{"data":', () => socket.destroy());
      },
    ],
    ["a response that is not HTTP", (_response, { socket }) => socket.end("SSH-2.0-OpenSSH_9.2\r\n")],
  ])("(%s) is a failure, and nothing is sent again", async (_what, answer) => {
    await expectFailure(answer, broken);
  });

  test("although it served an earlier call is not a reason to send again", async () => {
    let calls = 0;
    const server = await serverThat((response, { socket }) => {
      calls += 1;
      if (calls === 1) response.end('{"data":{"phoneGateway":"sms"}}');
      else socket.resetAndDestroy();
    });
    const api = clientOf(server.origin);
    expect(await api.requestOtp(phone)).toMatchObject({ ok: true });
    expect(await api.requestOtp(phone)).toEqual(err(broken));
    expect(calls).toBe(2);
  });

  test("because the port is closed is reported as refused", async () => {
    const { origin, close } = await startVerifikServer(() => {});
    await close();
    const api = clientOf(origin);
    const refused = err({ kind: "unreachable", reason: "refused" });
    expect(await api.requestOtp(phone)).toEqual(refused);
    expect(await api.confirmOtp(phone, otp)).toEqual(refused);
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("with %i is refused without calling the other host", async (status) => {
    const elsewhere = await serverThat(respond(200, '{"data":{"accessToken":"stolen","message":"hello"}}'));
    await expectFailure(respond(status, "", { location: `${elsewhere.origin}/v2/projects/phone-login` }), {
      kind: "redirect-refused",
    });
    expect(elsewhere.received).toEqual([]);
  });

  test("to another path of the same host is refused too", async () => {
    await expectFailure(respond(302, "", { location: "/elsewhere" }), { kind: "redirect-refused" });
  });
});
