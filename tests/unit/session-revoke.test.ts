import { describe, expect, test } from "vitest";
import type { Failure } from "../../main/domain/failure.ts";
import { failed, success } from "../../main/domain/result.ts";
import { Secret } from "../../main/domain/secret.ts";
import { answered, confirmed, loggedInSession, sent, type TestSession, tokenOf } from "./session-fakes.ts";

const revoked = success(new Secret("the-only-one"));

function placeOf({ session }: TestSession) {
  const { token } = session.state;
  return token.kind === "kept" ? token.place : undefined;
}

describe("revoking all tokens", () => {
  test("has the new one in memory before it is stored", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    vault.slow = true;
    const done = answered(session.tokens.revokeAll(), api.revocations, revoked);
    await vault.whileAtWork(() => {
      expect(tokenOf(test)).toBe("the-only-one");
      expect(placeOf(test)).toBe("being-stored");
    });
    expect(await done).toEqual(success(undefined));
    expect(placeOf(test)).toBe("keyring");
    expect(vault.kept?.bearerToken.reveal()).toBe("the-only-one");
    expect(session.state.news).toEqual({ kind: "tokens-revoked" });
  });

  test("tries to store it again for a while, and says where it is meanwhile", async () => {
    const test = await loggedInSession();
    const { api, clock, session, vault } = test;
    vault.place = "memory-after-write-failure";
    await answered(session.tokens.revokeAll(), api.revocations, revoked);
    expect(placeOf(test)).toBe("memory-after-write-failure");
    clock.pass(1_000);
    await new Promise(setImmediate);
    expect(placeOf(test)).toBe("memory-after-write-failure");
    session.tokens.markReminders(["7-days"]);
    vault.place = "keyring";
    clock.pass(10_000);
    await new Promise(setImmediate);
    expect(placeOf(test)).toBe("keyring");
    expect(vault.kept).toMatchObject({ remindersDone: ["7-days"] });
    expect(clock.waiting).toBe(0);
  });

  test("gives up after a minute or so, and keeps it in memory", async () => {
    const test = await loggedInSession();
    const { api, clock, session, vault } = test;
    vault.place = "memory-after-write-failure";
    await answered(session.tokens.revokeAll(), api.revocations, revoked);
    for (let second = 0; second < 120; second += 1) {
      clock.pass(1_000);
      await new Promise(setImmediate);
    }
    expect(clock.waiting).toBe(0);
    expect(tokenOf(test)).toBe("the-only-one");
  });

  test("does not store it over the token of a login that came meanwhile", async () => {
    const test = await loggedInSession();
    const { api, clock, session, vault } = test;
    vault.place = "memory-after-write-failure";
    await answered(session.tokens.revokeAll(), api.revocations, revoked);
    vault.place = "keyring";
    session.logins.start();
    await answered(session.logins.requestOtp("3107654321", "CO", false), api.otpRequests, sent);
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("newer"));
    clock.pass(1_000);
    await new Promise(setImmediate);
    expect(vault.kept?.bearerToken.reveal()).toBe("newer");
    expect(clock.waiting).toBe(0);
  });

  test.each<Failure>([{ kind: "revocation-unanswered" }, { kind: "unreachable", reason: "offline" }])(
    "that fails with $kind keeps what is there",
    async (failure) => {
      const { api, session } = await loggedInSession();
      const before = session.state;
      expect(await answered(session.tokens.revokeAll(), api.revocations, failed(failure))).toEqual(failed(failure));
      expect(session.state).toBe(before);
    },
  );

  test("that Verifik refuses marks the token", async () => {
    const { api, session, vault } = await loggedInSession();
    await answered(session.tokens.revokeAll(), api.revocations, failed({ kind: "token-rejected" }));
    expect(vault.kept?.rejected).toBe(true);
  });

  test("keeps nothing after a log-out, neither while Verifik is asked nor while it is stored", async () => {
    const asked = await loggedInSession();
    const done = asked.session.tokens.revokeAll();
    asked.session.logOut();
    await answered(done, asked.api.revocations, revoked);
    expect([asked.session.state.token.kind, asked.vault.kept]).toEqual(["absent", undefined]);

    const storing = await loggedInSession();
    storing.vault.slow = true;
    const stored = answered(storing.session.tokens.revokeAll(), storing.api.revocations, revoked);
    await storing.vault.whileAtWork(() => storing.session.logOut());
    await stored;
    expect([storing.session.state.token.kind, storing.vault.kept]).toEqual(["absent", undefined]);
  });
});
