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

/** In calls with a token, a refusal without a known reason concerns the token. */
function meaningOf(name: TroubleName): Failure {
  const meaning = faultMeanings[name];
  if (meaning.kind !== "request-refused" || (meaning.status !== 401 && meaning.status !== 403)) return meaning;
  return { kind: "token-rejected", status: meaning.status };
}

/** The client, with a short deadline for faults that last, and its failure for the fault. */
function failing(name: TroubleName, endpoint: Endpoint) {
  const meaning = meaningOf(name);
  sandbox.faults.next(endpoint, faultTable[name].fault);
  // The date has whole seconds, and time has passed.
  const failure = name === "too-many-requests-date" ? { ...meaning, waitSeconds: expect.closeTo(45, -1) } : meaning;
  return { api: clientOf(sandbox.origin, meaning.kind === "timed-out" ? 200 : 10_000), failure: err(failure) };
}

test.each(troublesAt("get-client"))("reading the account with the fault %s returns its failure", async (name) => {
  const { api, failure } = failing(name, "get-client");
  expect(await api.readAccount(bearerToken)).toEqual(failure);
  expect(await api.readAccount(bearerToken)).toMatchObject({ ok: true });
});

// Without `not-found-other`: after a 404 the client renews by POST.
test.each(troublesAt("renew-token").filter((name) => name !== "not-found-other"))(
  "a renewal with the fault %s returns its failure, and is not repeated",
  async (name) => {
    const { api, failure } = failing(name, "renew-token");
    expect(await api.renewToken(bearerToken, 1)).toEqual(failure);
    expect(sandbox.requests).toHaveLength(3);
    expect(await api.renewToken(bearerToken, 1)).toMatchObject({ ok: true });
  },
);

test.each(troublesAt("revoke-tokens"))(
  "a revocation with the fault %s is reported as refused or as possibly successful, and is not repeated",
  async (name) => {
    const { api, failure } = failing(name, "revoke-tokens");
    const isRefusal = refusals.includes(meaningOf(name).kind);
    expect(await api.revokeTokens(bearerToken)).toEqual(isRefusal ? failure : err({ kind: "revocation-unanswered" }));
    expect(sandbox.requests).toHaveLength(3);
    expect(await api.readAccount(bearerToken)).toMatchObject({ ok: name !== "reply-lost" });
  },
);
