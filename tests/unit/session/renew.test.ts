import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { answered, loggedInSession, logIn, newSession, tokenOf } from "../../fixtures/session-fakes.ts";

const dayMs = 24 * 60 * 60 * 1000;
const renewed = ok(new Secret("renewed"));

describe("renewing", () => {
  test("requests the given months and replaces the old token and its reminders", async () => {
    const test = await loggedInSession();
    const { api, clock, session, vault } = test;
    session.tokens.markReminders(["7-days"]);
    clock.pass(25 * dayMs);
    expect(await answered(session.renewToken(3), api.renewals, renewed)).toEqual(ok(undefined));
    expect(api.renewals).toMatchObject([{ bearerToken: "token-1", months: 3 }]);
    expect(tokenOf(test)).toBe("renewed");
    expect(vault.kept?.bearerToken.reveal()).toBe("renewed");
    expect(session.state).toMatchObject({
      token: { storage: "keyring", token: { remindersDone: [], rejected: false, maskedPhone: "+57 ••••••••67" } },
      news: { kind: "token-renewed", expiresAtMs: clock.nowMs() + 30 * dayMs },
    });
  });

  test("keeps the old token until the new one is stored", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    vault.slow = true;
    const done = answered(session.renewToken(1), api.renewals, renewed);
    await vault.whileAtWork(() => expect(tokenOf(test)).toBe("token-1"));
    await done;
    expect(tokenOf(test)).toBe("renewed");
  });

  test("keeps the old token when the new one cannot be stored", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    vault.storage = "memory-after-write-failure";
    const done = await answered(session.renewToken(1), api.renewals, renewed);
    expect(done).toEqual(err({ kind: "renewal-not-stored" }));
    expect(tokenOf(test)).toBe("token-1");
    expect(session.state).toMatchObject({ token: { storage: "keyring" } });
  });

  test("renews in memory a token that is only in memory", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    vault.storage = "memory-without-keyring";
    await logIn({ api, session }, "3107654321", "in-memory");
    await answered(session.renewToken(1), api.renewals, renewed);
    expect(tokenOf(test)).toBe("renewed");
    expect(session.state).toMatchObject({ token: { storage: "memory-without-keyring" } });
  });

  test("that Verifik refuses keeps and marks the token, and asks for a login", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    const refused = err<Failure>({ kind: "token-rejected", status: 401 });
    expect(await answered(session.renewToken(1), api.renewals, refused)).toEqual(refused);
    expect(session.state).toMatchObject({ login: { step: "phone" }, news: { kind: "renewal-refused" } });
    expect(vault.kept?.rejected).toBe(true);
    expect(tokenOf(test)).toBe("token-1");
  });

  test("without an answer changes nothing", async () => {
    const { api, session } = await loggedInSession();
    const before = session.state;
    await answered(session.renewToken(1), api.renewals, err({ kind: "timed-out" }));
    expect(session.state).toBe(before);
  });

  test("is not tried with an expired token or without a token", async () => {
    const { api, clock, session } = await loggedInSession();
    clock.pass(31 * dayMs);
    expect(await session.renewToken(1)).toEqual(err({ kind: "token-expired" }));
    expect(await newSession().session.renewToken(1)).toEqual(err({ kind: "no-token" }));
    expect(api.renewals).toEqual([]);
  });

  test("twice at the same time makes one call; a check is a separate call", async () => {
    const { api, session } = await loggedInSession();
    void session.renewToken(1);
    void session.renewToken(1);
    void session.checkToken();
    expect([api.renewals.length, api.checks.length]).toEqual([1, 1]);
  });

  test("does not restore a token after a logout during the call or during storing", async () => {
    const { api, session, vault } = await loggedInSession();
    const asked = session.renewToken(1);
    session.logOut();
    expect(await answered(asked, api.renewals, renewed)).toEqual(ok(undefined));
    expect(vault.kept).toBeUndefined();

    const other = await loggedInSession();
    other.vault.slow = true;
    const storing = answered(other.session.renewToken(1), other.api.renewals, renewed);
    await other.vault.whileAtWork(() => other.session.logOut());
    await storing;
    expect(other.session.state.token.kind).toBe("absent");
    expect(other.vault.kept).toBeUndefined();
  });
});
