import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { randomSecrets } from "../../../sandbox/random-values.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { answerOf, byWhatsapp, requestOtp } from "./sandbox-calls.ts";

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox();
});

afterEach(() => sandbox.close());

async function postText(body: string) {
  return answerOf(await fetch(`${sandbox.origin}/v2/projects/phone-login`, { method: "POST", body }));
}

describe("the server refuses", () => {
  test.each(["/", "//", "/v2/projects", "/v2/projects/phone-login/"])("the unknown path %s", async (path) => {
    expect((await answerOf(await fetch(`${sandbox.origin}${path}`))).status).toBe(404);
  });

  test("another method", async () => {
    expect((await answerOf(await fetch(`${sandbox.origin}/v2/projects/phone-login`))).status).toBe(405);
  });

  test("a body that is not JSON or not an object", async () => {
    expect((await postText("{")).status).toBe(400);
    expect((await postText('"text"')).status).toBe(400);
    expect((await postText("null")).status).toBe(400);
  });

  test("a body over 64 KiB, but not one of exactly that size", async () => {
    const body = { ...byWhatsapp, type: "login", padding: "" };
    const room = 64 * 1024 - JSON.stringify(body).length;
    expect((await postText(JSON.stringify({ ...body, padding: "x".repeat(room) }))).status).toBe(200);
    expect((await postText(JSON.stringify({ ...body, padding: "x".repeat(room + 1) }))).status).toBe(400);
    expect((await postText("x".repeat(4 * 1024 * 1024))).status).toBe(400);
  });
});

test("a client that disconnects during its request does not end the sandbox", async () => {
  const socket = connect(Number(new URL(sandbox.origin).port), "127.0.0.1");
  socket.write(
    "POST /v2/projects/phone-login HTTP/1.1\r\nHost: sandbox\r\nExpect: 100-continue\r\nContent-Length: 99\r\n\r\n",
  );
  await once(socket, "data");
  socket.destroy();
  await once(socket, "close");
  expect((await requestOtp(sandbox, byWhatsapp)).status).toBe(200);
});

describe("received requests", () => {
  test("are recorded with method, path, query, headers and body", async () => {
    await fetch(`${sandbox.origin}/v2/clients/me?a=b`, { headers: { "X-Sample": "yes" } });
    await requestOtp(sandbox, byWhatsapp);
    expect(sandbox.requests).toMatchObject([
      { method: "GET", path: "/v2/clients/me", headers: { "x-sample": "yes" }, body: undefined },
      { method: "POST", path: "/v2/projects/phone-login", body: { ...byWhatsapp, type: "login" } },
    ]);
    expect([...(sandbox.requests[0]?.query ?? [])]).toEqual([["a", "b"]]);
  });

  test("can be waited for", async () => {
    const awaited = sandbox.nextRequest(({ path }) => path.endsWith("phone-login"));
    await fetch(`${sandbox.origin}/v2/clients/me`);
    await requestOtp(sandbox, byWhatsapp);
    expect(await awaited).toBe(sandbox.requests[1]);
  });

  test("can no longer be waited for once the sandbox is closed", async () => {
    const closing = await startSandbox();
    const awaited = expect(closing.nextRequest(() => true)).rejects.toThrow("closed");
    await closing.close();
    await awaited;
  });
});

describe("the sandbox's address", () => {
  test("is the loopback address", () => {
    expect(sandbox.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test("cannot have a taken port", async () => {
    const port = Number(new URL(sandbox.origin).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

test("codes always have six digits, with leading zeros", () => {
  const codes = Array.from({ length: 2000 }, () => randomSecrets.otp());
  expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([]);
  expect(codes.some((code) => code.startsWith("0"))).toBe(true);
});
