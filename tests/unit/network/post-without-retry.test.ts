import type { ProxyConfig } from "electron";
import { beforeEach, expect, test, vi } from "vitest";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { createTransportWithoutRetry } from "../../../main/network/post-without-retry.ts";

/** What happened to the fake sessions, in order. */
let events: string[];
/** The requests under way, oldest first. */
let pending: { readonly respond: (response: Response) => void; readonly fail: (error: Error) => void }[];

vi.mock("electron", () => ({
  session: {
    fromPartition: (name: string) => ({
      webRequest: { onHeadersReceived: () => {} },
      async setProxy({ proxyRules }: ProxyConfig) {
        events.push(`${name}: proxy ${proxyRules}`);
      },
      async closeAllConnections() {
        events.push(`${name}: close`);
      },
      fetch(request: Request) {
        events.push(`${name}: ${request.method}`);
        return new Promise<Response>((respond, fail) => pending.push({ respond, fail }));
      },
    }),
  },
}));

beforeEach(() => {
  events = [];
  pending = [];
});

function createTransport(proxy?: ProxyConfig) {
  return createTransportWithoutRetry(proxy, {
    origin: "https://api.verifik.co",
    timeoutMs: 5000,
    responseLimitBytes: 1000,
  });
}

/** Waits until so many requests have been sent in all. */
function sent(count: number): Promise<void> {
  return vi.waitFor(() => expect(pending).toHaveLength(count), { timeout: 5000 });
}

const token = new Secret("t.o.k");

test("each POST closes the connections of its session first, and the next one uses the same session", async () => {
  const transport = createTransport();
  for (const count of [1, 2]) {
    const posting = transport.postJson("v2/any", {});
    await sent(count);
    pending[count - 1]?.respond(new Response("{}"));
    expect(await posting).toMatchObject({ ok: true });
  }
  const once = ["verifik-posts-0: close", "verifik-posts-0: POST"];
  expect(events).toEqual([...once, ...once]);
});

test("a POST during another one has a session of its own, so that closing connections breaks neither", async () => {
  const transport = createTransport();
  const first = transport.postJson("v2/any", {});
  await sent(1);
  // The head has come; the body has not.
  const { readable, writable } = new TransformStream<Uint8Array>();
  pending[0]?.respond(new Response(readable));
  const second = transport.post("v2/any", token);
  await sent(2);
  expect(events.slice(-2)).toEqual(["verifik-posts-1: close", "verifik-posts-1: POST"]);
  await writable.close();
  pending[1]?.respond(new Response("{}"));
  expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true }]);
});

test("a POST that fails gives its session back", async () => {
  const transport = createTransport();
  const failing = transport.postJson("v2/any", {});
  await sent(1);
  pending[0]?.fail(new Error("net::ERR_CONNECTION_RESET"));
  expect(await failing).toEqual(err({ kind: "unreachable", reason: "other" }));
  void transport.postJson("v2/any", {});
  await sent(2);
  expect(events.at(-1)).toBe("verifik-posts-0: POST");
});

test("the ninth POST waits until one of eight has ended", async () => {
  const transport = createTransport();
  const posting = Array.from({ length: 9 }, () => transport.postJson("v2/any", {}));
  await sent(8);
  expect(new Set(events.filter((event) => event.endsWith("POST"))).size).toBe(8);
  pending[3]?.respond(new Response("{}"));
  await sent(9);
  expect(events.at(-1)).toBe(events.filter((event) => event.endsWith("POST"))[3]);
  for (const { respond } of pending) respond(new Response("{}"));
  expect((await Promise.all(posting)).every((outcome) => outcome.ok)).toBe(true);
});

test("GETs share a session and close no connections", async () => {
  const transport = createTransport();
  const getting = [transport.get("v2/any", token), transport.getWithoutToken("v2/any")];
  await sent(2);
  for (const { respond } of pending) respond(new Response("7"));
  expect(await Promise.all(getting)).toMatchObject([ok({ body: 7 }), ok({ body: 7 })]);
  expect(events).toEqual(["verifik-gets: GET", "verifik-gets: GET"]);
});

test("each session gets the proxy before its first request", async () => {
  const transport = createTransport({ proxyRules: "proxy.example:3128" });
  void transport.postJson("v2/any", {});
  await sent(1);
  expect(events[0]).toBe("verifik-posts-0: proxy proxy.example:3128");
});
