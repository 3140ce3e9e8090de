import type { ServerResponse } from "node:http";
import { answerWith, type Fault } from "./fault-book.ts";
import { faultAnywhere, faultAt } from "./fault-row.ts";

const json = { "content-type": "application/json" };
const cutShort = '{"data":{"accessToken":"eyJhbGciOiJIUzI1NiIsInR5';

/** Redirects to another address, as a captive portal or a wrong proxy does. */
export function redirectTo(location: string, status: number): Fault {
  return {
    says: `${status} to another address`,
    answer: (response) => response.writeHead(status, { location }).end(),
  };
}

const elsewhere = "http://elsewhere.invalid:8080/";

/** Faults of the network, or of a server that is not Verifik's. */
export const transportFaults = {
  html: faultAnywhere(
    answerWith(200, "<!doctype html><title>Hotel Wi-Fi</title>", () => ({ "content-type": "text/html" })),
  ),
  empty: faultAnywhere(answerWith(200, "")),
  "no-content": faultAnywhere({
    says: "204 without a body",
    answer: (response) => response.writeHead(204).end(),
  }),
  truncated: faultAnywhere({ ...answerWith(200, cutShort), says: "200 with JSON that ends in the middle" }),
  "cut-short": faultAnywhere({
    says: "200 with less JSON than its `content-length`, then the connection closes",
    answer(response) {
      response.writeHead(200, { ...json, "content-length": 1000 });
      response.write(cutShort, () => response.socket?.end());
    },
  }),
  "wrong-types": faultAnywhere(answerWith(200, { data: 7, accessToken: {}, token: [] })),
  "too-large": faultAnywhere({ ...answerWith(200, { data: "x".repeat(10_000_000) }), says: "200 with 10 MB of JSON" }),
  drip: faultAnywhere({ says: "200 with one byte a second", answer: drip }),
  silence: faultAnywhere({ says: "no answer", answer: () => {} }),
  reset: faultAnywhere({
    says: "the connection is reset before any answer",
    answer: (response) => response.socket?.resetAndDestroy(),
  }),
  "reset-after-head": faultAnywhere({
    says: "the connection is reset within the answer",
    answer(response) {
      response.writeHead(200, { ...json, "content-length": 1000 });
      response.write("{", () => response.socket?.resetAndDestroy());
    },
  }),
  "reply-lost": faultAt(["request-otp", "confirm-otp", "renew-token", "revoke-tokens"], {
    says: "the request takes effect, and the connection is reset before the answer",
    takesEffect: true,
    answer: (response) => response.socket?.resetAndDestroy(),
  }),
  "redirect-301": faultAnywhere(redirectTo(elsewhere, 301)),
  "redirect-302": faultAnywhere(redirectTo(elsewhere, 302)),
  "redirect-307": faultAnywhere(redirectTo(elsewhere, 307)),
} as const;

function drip(response: ServerResponse): void {
  response.writeHead(200, json).flushHeaders();
  const timer = setInterval(() => response.write(" "), 1000);
  response.once("close", () => clearInterval(timer));
}
