import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import {
  account,
  answered,
  loggedInSession,
  logIn,
  stored,
  type TestSession,
  tokenOf,
} from "../../fixtures/session-fakes.ts";

const revoked = ok(new Secret("the-only-one"));

function placeOf({ session }: TestSession) {
  const { token } = session.state;
  return token.kind === "kept" ? token.storage : undefined;
}

describe("revoking all tokens", () => {
  test("has the new token in memory before it is stored", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    vault.slow = true;
    const done = answered(session.revokeTokens(), api.revocations, revoked);
    await vault.whileAtWork(() => {
      expect(tokenOf(test)).toBe("the-only-one");
      expect(placeOf(test)).toBe("being-stored");
    });
    expect(await done).toEqual(ok(undefined));
    expect(placeOf(test)).toBe("keyring");
    expect(vault.kept?.bearerToken.reveal()).toBe("the-only-one");
    expect(session.state.news).toEqual({ kind: "tokens-revoked" });
  });

  test("retries storing for a while, and shows that the token is in memory", async () => {
    const test = await loggedInSession();
    const { api, clock, session, vault } = test;
    vault.storage = "memory-after-write-failure";
    await answered(session.revokeTokens(), api.revocations, revoked);
    expect(placeOf(test)).toBe("memory-after-write-failure");
    clock.pass(1_000);
    await new Promise(setImmediate);
    expect(placeOf(test)).toBe("memory-after-write-failure");
    session.tokens.markReminders(["7-days"]);
    vault.storage = "keyring";
    clock.pass(10_000);
    await new Promise(setImmediate);
    expect(placeOf(test)).toBe("keyring");
    expect(vault.kept).toMatchObject({ remindersDone: ["7-days"] });
    expect(clock.waiting).toBe(0);
  });

  test("stops retrying after about a minute, and keeps the token in memory", async () => {
    const test = await loggedInSession();
    const { api, clock, session, vault } = test;
    vault.storage = "memory-after-write-failure";
    await answered(session.revokeTokens(), api.revocations, revoked);
    for (let second = 0; second < 120; second += 1) {
      clock.pass(1_000);
      await new Promise(setImmediate);
    }
    expect(clock.waiting).toBe(0);
    expect(tokenOf(test)).toBe("the-only-one");
  });

  test("does not overwrite the token of a later login", async () => {
    const test = await loggedInSession();
    const { api, clock, session, vault } = test;
    vault.storage = "memory-after-write-failure";
    await answered(session.revokeTokens(), api.revocations, revoked);
    vault.storage = "keyring";
    await logIn({ api, session }, "3107654321", "newer");
    clock.pass(1_000);
    await new Promise(setImmediate);
    expect(vault.kept?.bearerToken.reveal()).toBe("newer");
    expect(clock.waiting).toBe(0);
  });

  test("that could not be requested changes neither session nor vault", async () => {
    const { api, session, vault } = await loggedInSession();
    const before = session.state;
    const offline = err<Failure>({ kind: "unreachable", reason: "offline" });
    expect(await answered(session.revokeTokens(), api.revocations, offline)).toEqual(offline);
    expect(session.state).toBe(before);
    expect(vault.kept).toMatchObject({ rejected: false });
  });

  test("whose answer is lost keeps the token, marked in the vault as possibly revoked until a check", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    const unanswered = err<Failure>({ kind: "revocation-unanswered" });
    expect(await answered(session.revokeTokens(), api.revocations, unanswered)).toEqual(unanswered);
    expect(tokenOf(test)).toBe("token-1");
    expect(session.state.news).toEqual({ kind: "failed", failure: { kind: "revocation-unanswered" } });
    expect(vault.kept).toMatchObject({ rejected: true });
    await answered(session.checkToken(), api.checks, ok(account));
    expect(session.state.news).toEqual({ kind: "token-accepted" });
    expect(vault.kept).toMatchObject({ rejected: false });
  });

  test("marks the old token in the vault before the call, in case the process ends", async () => {
    const { session, vault } = await loggedInSession();
    void session.revokeTokens();
    expect(vault.kept).toMatchObject({ rejected: true });
    expect(session.state).toMatchObject({ token: { token: { rejected: false } } });
  });

  test("retries storing without a keyring too, and at quit", async () => {
    const test = await loggedInSession();
    const { api, clock, session, vault } = test;
    vault.storage = "memory-without-keyring";
    await answered(session.revokeTokens(), api.revocations, revoked);
    expect(placeOf(test)).toBe("memory-without-keyring");
    expect(clock.waiting).toBe(1);
    vault.storage = "keyring";
    await session.finish();
    expect(placeOf(test)).toBe("keyring");
  });

  test("delays quitting until it has ended", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    const done = session.revokeTokens();
    let finished = false;
    const finishing = session.finish().then(() => {
      finished = true;
    });
    await stored();
    expect(finished).toBe(false);
    await answered(done, api.revocations, revoked);
    await finishing;
    expect(vault.kept?.bearerToken.reveal()).toBe("the-only-one");
  });

  test.each([
    ["of the same number is replaced, because it may be revoked too", "3001234567", "the-only-one"],
    ["of another number stays", "3107654321", "other"],
  ])("the token of a login that happened meanwhile %s", async (_what, number, expected) => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    const done = session.revokeTokens();
    await logIn({ api, session }, number, "other");
    await stored();
    await answered(done, api.revocations, revoked);
    expect(tokenOf(test)).toBe(expected);
    expect(vault.kept?.bearerToken.reveal()).toBe(expected);
  });

  test("that Verifik refuses marks the token", async () => {
    const { api, session, vault } = await loggedInSession();
    await answered(session.revokeTokens(), api.revocations, err({ kind: "token-rejected", status: 401 }));
    expect(vault.kept?.rejected).toBe(true);
  });

  test("keeps no token after a logout during the call or during storing", async () => {
    const asked = await loggedInSession();
    const done = asked.session.revokeTokens();
    asked.session.logOut();
    await answered(done, asked.api.revocations, revoked);
    expect([asked.session.state.token.kind, asked.vault.kept]).toEqual(["absent", undefined]);

    const storing = await loggedInSession();
    storing.vault.slow = true;
    const stored = answered(storing.session.revokeTokens(), storing.api.revocations, revoked);
    await storing.vault.whileAtWork(() => storing.session.logOut());
    await stored;
    expect([storing.session.state.token.kind, storing.vault.kept]).toEqual(["absent", undefined]);
  });
});
