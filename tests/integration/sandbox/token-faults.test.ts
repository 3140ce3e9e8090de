import { afterEach, beforeEach, expect, test } from "vitest";
import type { Failure, FailureKind } from "../../../domain/failure.ts";
import { err } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import type { Endpoint } from "../../../sandbox/endpoints.ts";
import { faultTable, type TroubleName } from "../../../sandbox/faults/fault-table.ts";
import { type Sandbox, startSandbox } from "../../../sandbox/server.ts";
import { faultMeanings, troublesAt } from "../../fixtures/fault-meanings.ts";
import { clientOf } from "../../fixtures/verifik-server.ts";
import { byWhatsapp, logIn } from "./sandbox-calls.ts";

const refusals: readonly FailureKind[] = [
  "token-rejected",
  "request-refused",
  "too-many-requests",
  "credits-exhausted",
];

let sandbox: Sandbox;
let bearerToken: Secret;

beforeEach(async () => {
  sandbox = await startSandbox();
  bearerToken = new Secret(await logIn(sandbox, byWhatsapp));
});

afterEach(() => sandbox.close());

/** With a token a refusal that says nothing else means the token. */
function meaningOf(name: TroubleName): Failure {
  const meaning = faultMeanings[name];
  const isOfToken = meaning.kind === "request-refused" && [401, 403].includes(meaning.status);
  return isOfToken ? { kind: "token-rejected" } : meaning;
}

/** The client, with time enough for all but those that are meant to last, and what it makes of the fault. */
function failing(name: TroubleName, endpoint: Endpoint) {
  const meaning = meaningOf(name);
  sandbox.faults.next(endpoint, faultTable[name].fault);
  // A date has no fractions of a second, and time goes on.
  const failure = name === "too-many-requests-date" ? { ...meaning, waitSeconds: expect.closeTo(45, -1) } : meaning;
  return { api: clientOf(sandbox.origin, meaning.kind === "timed-out" ? 200 : 10_000), failure: err(failure) };
}

test.each(troublesAt("get-client"))("a call for the account that ends in %s is told", async (name) => {
  const { api, failure } = failing(name, "get-client");
  expect(await api.readAccount(bearerToken)).toEqual(failure);
  expect(await api.readAccount(bearerToken)).toMatchObject({ ok: true });
});

// That one is a 404, after which a renewal is asked for by POST.
test.each(troublesAt("renew-token").filter((name) => name !== "not-found-other"))(
  "a renewal that ends in %s is told, and not made again",
  async (name) => {
    const { api, failure } = failing(name, "renew-token");
    expect(await api.renewToken(bearerToken, 1)).toEqual(failure);
    expect(sandbox.requests).toHaveLength(3);
    expect(await api.renewToken(bearerToken, 1)).toMatchObject({ ok: true });
  },
);

test.each(troublesAt("revoke-tokens"))(
  "a revocation that ends in %s is told as refused, or as one that may have ended the tokens, and not made again",
  async (name) => {
    const { api, failure } = failing(name, "revoke-tokens");
    const isRefusal = refusals.includes(meaningOf(name).kind);
    expect(await api.revokeTokens(bearerToken)).toEqual(isRefusal ? failure : err({ kind: "revocation-unanswered" }));
    expect(sandbox.requests).toHaveLength(3);
    expect(await api.readAccount(bearerToken)).toMatchObject({ ok: name !== "reply-lost" });
  },
);
