import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err } from "../../../domain/result.ts";
import { transportOn, origin as verifik } from "./transport-on.ts";

function outcomeOf(error: unknown, origin = verifik) {
  return transportOn(() => Promise.reject(error), { origin }).postJson("v2/any", {});
}

/** An error of Node's fetch. */
function nodeError(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("the reason"), { code }) });
}

type Reason = Extract<Failure, { kind: "unreachable" }>["reason"];

describe("an error of Electron's fetch", () => {
  test.each<[string, Reason]>([
    ["net::ERR_INTERNET_DISCONNECTED", "offline"],
    ["net::ERR_NAME_NOT_RESOLVED", "name-not-found"],
    ["net::ERR_NAME_RESOLUTION_FAILED", "name-not-found"],
    ["net::ERR_CONNECTION_REFUSED", "refused"],
    ["net::ERR_CERT_AUTHORITY_INVALID", "tls"],
    ["net::ERR_CERT_DATE_INVALID", "tls"],
    ["net::ERR_CERT_COMMON_NAME_INVALID", "tls"],
    ["net::ERR_SSL_PROTOCOL_ERROR", "tls"],
    ["net::ERR_BAD_SSL_CLIENT_AUTH_CERT", "tls"],
    ["net::ERR_PROXY_CONNECTION_FAILED", "proxy"],
    ["net::ERR_TUNNEL_CONNECTION_FAILED", "proxy"],
    ["net::ERR_SOCKS_CONNECTION_FAILED", "proxy"],
    ["net::ERR_NO_SUPPORTED_PROXIES", "proxy"],
    ["net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED", "proxy"],
    ["net::ERR_PAC_SCRIPT_FAILED", "proxy"],
    ["net::ERR_CONNECTION_RESET", "other"],
    ["net::ERR_EMPTY_RESPONSE", "other"],
    ["net::ERR_NETWORK_CHANGED", "other"],
    ["net::ERR_ADDRESS_UNREACHABLE", "no-connection"],
    ["net::ERR_CONNECTION_TIMED_OUT", "no-connection"],
  ])("%s means %s", async (message, reason) => {
    expect(await outcomeOf(new Error(message))).toEqual(err({ kind: "unreachable", reason }));
  });

  test("for a redirect means that it was refused", async () => {
    const error = new Error("Attempted to redirect, but redirect policy was 'error'");
    expect(await outcomeOf(error)).toEqual(err({ kind: "redirect-refused" }));
  });
});

describe("an error of Node's fetch", () => {
  test.each<[string, Reason]>([
    ["ENOTFOUND", "name-not-found"],
    ["EAI_AGAIN", "name-not-found"],
    ["ECONNREFUSED", "refused"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls"],
    ["CERT_HAS_EXPIRED", "tls"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls"],
    ["ECONNRESET", "other"],
    ["EHOSTUNREACH", "no-connection"],
    ["ENETUNREACH", "no-connection"],
    ["UND_ERR_CONNECT_TIMEOUT", "no-connection"],
    ["UND_ERR_SOCKET", "other"],
  ])("%s means %s", async (code, reason) => {
    expect(await outcomeOf(nodeError(code))).toEqual(err({ kind: "unreachable", reason }));
  });
});

test.each([undefined, "net::ERR_NAME_NOT_RESOLVED", { code: "ECONNREFUSED" }])(
  "%j, which is not an Error, means an unknown connection failure",
  async (thrown) => {
    expect(await outcomeOf(thrown)).toEqual(err({ kind: "unreachable", reason: "other" }));
  },
);

test("an origin that resembles an error's name is not mistaken for one", async () => {
  for (const origin of ["https://redirect.example", "https://err_proxy.example", "https://enotfound.example"]) {
    expect(await outcomeOf(nodeError("ECONNREFUSED"), origin)).toEqual(err({ kind: "unreachable", reason: "refused" }));
  }
});
