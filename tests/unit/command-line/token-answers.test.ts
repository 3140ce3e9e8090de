import { expect, test } from "vitest";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { defaultSettings } from "../../../domain/settings.ts";
import type { Answer, Request } from "../../../main/command-line/protocol.ts";
import { createTokenAnswers } from "../../../main/command-line/token-answers.ts";
import { answered, loggedInSession, newSession, stored, type TestSession } from "../../fixtures/session-fakes.ts";

const dayMs = 86_400_000;
const api = { origin: "https://api.example.com", isDefault: false };
const settings = { settings: { ...defaultSettings, automaticRenewal: "on" as const } };

function answersOf({ session, clock }: TestSession, loaded: Promise<unknown> = Promise.resolve()) {
  const answer = createTokenAnswers({ session, settings, clock, loaded, api });
  return { ask: (changes: Partial<Request> = {}) => answer({ version: 1, verb: "token", minValidMs: 0, ...changes }) };
}

function tokenIn(answer: Answer): string | undefined {
  return answer.kind === "token" ? answer.token.reveal() : `${answer.kind}: ${"reason" in answer && answer.reason}`;
}

test("a command gets the token with its expiry, the origin of an API that is not Verifik's, and the variable's name", async () => {
  const test = await loggedInSession();
  const { ask } = answersOf(test);
  const expected = { kind: "token", estimated: true, origin: api.origin, variableName: "VERIFIK_TOKEN" };
  expect(await ask()).toMatchObject({ ...expected, expiresAtMs: test.clock.nowMs() + 30 * dayMs });
});

test.each([
  ["with less left than it asked for", { minValidMs: 31 * dayMs }, "too-little-left"],
  ["of another API", { origin: "https://api.verifik.co" }, "other-api"],
])("a command does not get a token %s", async (_, request, reason) => {
  const { ask } = answersOf(await loggedInSession());
  expect(await ask(request)).toEqual({ kind: "refused", reason });
  expect(await ask({ ...request, verb: "status" })).toMatchObject({ state: "valid", refusal: reason });
});

test("a command with the API that the app uses gets the token", async () => {
  const { ask } = answersOf(await loggedInSession());
  expect(tokenIn(await ask({ origin: api.origin }))).toBe("token-1");
});

test("without a token, and with an expired or rejected one, the command gets the reason", async () => {
  const test = newSession();
  await test.session.load();
  expect(await answersOf(test).ask()).toEqual({ kind: "refused", reason: "no-token" });
  const expired = await loggedInSession();
  expired.clock.pass(31 * dayMs);
  expect(await answersOf(expired).ask()).toEqual({ kind: "refused", reason: "expired" });
  const rejected = await loggedInSession();
  await answered(rejected.session.checkToken(), rejected.api.checks, err({ kind: "token-rejected", status: 401 }));
  expect(await answersOf(rejected).ask()).toEqual({ kind: "refused", reason: "rejected" });
  expect(await answersOf(rejected).ask({ verb: "status" })).toMatchObject({ state: "rejected", refusal: "rejected" });
});

test("the status has the state, the expiry and the renewal, but not the token", async () => {
  const { ask } = answersOf(await loggedInSession());
  const status = await ask({ verb: "status" });
  expect(status).toMatchObject({ kind: "status", state: "valid", automaticRenewal: true, refusal: undefined });
  expect(JSON.stringify(status)).not.toContain("token-1");
});

test("while a renewal is under way the command waits, and gets the new token", async () => {
  const test = await loggedInSession();
  const { ask } = answersOf(test);
  const renewal = test.session.renewToken(1);
  const asked = ask();
  await answered(renewal, test.api.renewals, ok(new Secret("token-2")));
  expect(tokenIn(await asked)).toBe("token-2");
});

test("the status does not wait for a renewal", async () => {
  const test = await loggedInSession();
  void test.session.renewToken(1);
  expect(await answersOf(test).ask({ verb: "status" })).toMatchObject({ state: "valid" });
});

test("if the renewal fails, or takes longer than 15 seconds, the command gets the token that is still good", async () => {
  const failed = await loggedInSession();
  const renewal = failed.session.renewToken(1);
  const asked = answersOf(failed).ask();
  await answered(renewal, failed.api.renewals, err({ kind: "timed-out" }));
  expect(tokenIn(await asked)).toBe("token-1");

  const slow = await loggedInSession();
  void slow.session.renewToken(1);
  const { ask } = answersOf(slow);
  await ask({ verb: "status" });
  const waiting = ask();
  await stored();
  slow.clock.pass(15_000);
  expect(tokenIn(await waiting)).toBe("token-1");
});

test("after a log-out during the wait the command gets no token", async () => {
  const test = await loggedInSession();
  const renewal = test.session.renewToken(1);
  const asked = answersOf(test).ask();
  test.session.logOut();
  await answered(renewal, test.api.renewals, ok(new Secret("token-2")));
  expect(await asked).toEqual({ kind: "refused", reason: "no-token" });
});

test("while the token is loaded the command waits ten seconds, the status does not", async () => {
  const test = newSession();
  let finish = () => {};
  const loaded = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { ask } = answersOf(test, loaded);
  expect(await ask({ verb: "status" })).toMatchObject({ state: "loading", refusal: "loading" });
  const tooEarly = ask();
  test.clock.pass(10_000);
  expect(await tooEarly).toEqual({ kind: "refused", reason: "loading" });
  const inTime = ask();
  finish();
  expect(await inTime).toEqual({ kind: "refused", reason: "no-token" });
});

test("a token that the keyring does not open is called unreadable", async () => {
  const test = newSession();
  test.vault.load = async () => ({ kind: "unreadable", why: { reason: "no-keyring" }, expiresAtMs: 1 });
  await test.session.load();
  expect(await answersOf(test).ask()).toEqual({ kind: "refused", reason: "unreadable" });
  expect(await answersOf(test).ask({ verb: "status" })).toMatchObject({ state: "unreadable", expiresAtMs: 1 });
});
