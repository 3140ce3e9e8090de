import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { account, answered, logIn, requestOtp, stored, tokenOf } from "../../fixtures/session-fakes.ts";
import { dueRenewal, renewingSession } from "./renewing-session.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const renewed = ok(new Secret("renewed"));
const offline = err<Failure>({ kind: "unreachable", reason: "offline" });
const rejected = err<Failure>({ kind: "token-rejected", status: 401 });

describe("a failed try", () => {
  test("keeps the token and no silence; the next one comes when the plan says so", async () => {
    const test = await dueRenewal();
    const { api, clock, renewal } = test;
    const atMs = clock.nowMs();
    expect(renewal.silencesReminders()).toBe(false);
    const done = renewal.settle("on-time");
    expect(renewal.silencesReminders()).toBe(true);
    expect(await answered(done, api.renewals, offline)).toEqual({ outcome: "no-answer", tries: 1, minted: 0 });
    expect(tokenOf(test)).toBe("token-1");
    expect(renewal.plan()).toEqual({
      nextAtMs: atMs + hourMs,
      problem: { kind: "failed", failure: "no-answer", atMs, triesOver: false },
    });
    expect(renewal.silencesReminders()).toBe(false);
  });

  test("after which Verifik rejects the token marks it, starts no login, and is to be told once", async () => {
    const { api, clock, renewal, session, vault } = await dueRenewal();
    await answered(renewal.settle("on-time"), api.renewals, rejected);
    expect(vault.kept?.rejected).toBe(true);
    expect(session.state).toMatchObject({ login: { step: "idle" }, news: undefined });
    expect(renewal.isRejectionUntold()).toBe(true);
    renewal.markRejectionTold();
    expect(renewal.isRejectionUntold()).toBe(false);
    clock.pass(5 * dayMs);
    await renewal.settle("on-time");
    expect(api.renewals).toHaveLength(1);
  });

  test("made while the clock was ahead delays the next one by an hour, not by days", async () => {
    const { api, clock, renewal } = await dueRenewal();
    clock.pass(3 * dayMs);
    await answered(renewal.settle("on-time"), api.renewals, offline);
    clock.setTimeOfDay(clock.nowMs() - 3 * dayMs);
    await renewal.settle("off-time");
    clock.pass(hourMs);
    void renewal.settle("on-time");
    expect(api.renewals).toHaveLength(2);
  });

  test("made while the clock was ahead brings no renewal before its planned moment", async () => {
    const { api, clock, renewal, untilDueMs } = await renewingSession();
    const startMs = clock.nowMs();
    clock.setTimeOfDay(startMs + untilDueMs);
    clock.pass(120_000);
    await answered(renewal.settle("on-time"), api.renewals, offline);
    clock.setTimeOfDay(startMs);
    await renewal.settle("on-time");
    expect(renewal.nextInMs()).toBe(untilDueMs);
  });

  test("is forgotten at log-out, on the disk too", async () => {
    const { api, notes, renewal, session } = await dueRenewal();
    await answered(renewal.settle("on-time"), api.renewals, offline);
    session.logOut();
    expect(notes.stored?.renewal).toBeUndefined();
    expect(session.state.renewal).toBeUndefined();
  });

  test("after which a check shows that Verifik accepts the token reads as a refusal", async () => {
    const { api, renewal, session } = await dueRenewal();
    await answered(renewal.settle("on-time"), api.renewals, rejected);
    await answered(session.checkToken(), api.checks, ok(account));
    expect(renewal.plan().problem).toMatchObject({ failure: "refused", triesOver: true });
  });

  test("takes no token that expires before the present one", async () => {
    const test = await dueRenewal();
    const { api, clock, renewal } = test;
    const expiresAt = clock.nowMs() / 1000 + 9 * 24 * 3600;
    const claims = btoa(JSON.stringify({ iat: clock.nowMs() / 1000, expiresAt }));
    await answered(renewal.settle("on-time"), api.renewals, ok(new Secret(`e30.${claims}.x`)));
    expect(tokenOf(test)).toBe("token-1");
    expect(renewal.plan().problem).toMatchObject({ failure: "no-longer-life" });
  });

  test("keeps the token when the new one cannot be stored", async () => {
    const test = await dueRenewal();
    test.vault.storage = "memory-after-write-failure";
    await answered(test.renewal.settle("on-time"), test.api.renewals, renewed);
    expect(tokenOf(test)).toBe("token-1");
    expect(test.notes.stored?.renewal).toMatchObject({ failure: "not-stored", minted: 1 });
  });
});

describe("meanwhile", () => {
  test("a renewal by hand for one month takes the token of the call under way, and says so", async () => {
    const test = await dueRenewal();
    const { api, renewal, session } = test;
    const settled = renewal.settle("on-time");
    const byHand = session.renewToken(1);
    await answered(settled, api.renewals, renewed);
    expect(await byHand).toEqual(ok(undefined));
    expect(api.renewals).toHaveLength(1);
    expect(session.state.news).toMatchObject({ kind: "token-renewed" });
  });

  test("a renewal by hand for a year waits, and then renews the new token", async () => {
    const test = await dueRenewal();
    const { api, renewal, session } = test;
    const settled = renewal.settle("on-time");
    const byHand = session.renewToken(12);
    await answered(settled, api.renewals, renewed);
    await stored();
    expect(api.renewals.at(-1)).toMatchObject({ bearerToken: "renewed", months: 12 });
    await answered(byHand, api.renewals, ok(new Secret("for a year")));
    expect(tokenOf(test)).toBe("for a year");
  });

  test("revoking waits for the answer, so that the new token is revoked too", async () => {
    const test = await dueRenewal();
    const { api, renewal, session } = test;
    const settled = renewal.settle("on-time");
    const revoked = session.revokeTokens();
    expect(api.revocations).toEqual([]);
    await answered(settled, api.renewals, renewed);
    await stored();
    expect(api.revocations).toMatchObject([{ bearerToken: "renewed" }]);
    await answered(revoked, api.revocations, ok(new Secret("after revoking")));
    expect(tokenOf(test)).toBe("after revoking");
  });

  test("quitting waits for the answer, and the new token is stored", async () => {
    const { api, renewal, session, vault } = await dueRenewal();
    void renewal.settle("on-time");
    let isFinished = false;
    const finished = session.finish().then(() => {
      isFinished = true;
    });
    await stored();
    expect(isFinished).toBe(false);
    await answered(finished, api.renewals, renewed);
    expect(vault.kept?.bearerToken.reveal()).toBe("renewed");
  });

  test("a log-out or a login wins, and the answer is not taken", async () => {
    const loggedOut = await dueRenewal();
    const settled = loggedOut.renewal.settle("on-time");
    loggedOut.session.logOut();
    expect(await answered(settled, loggedOut.api.renewals, renewed)).toMatchObject({ outcome: "superseded" });
    expect(loggedOut.vault.kept).toBeUndefined();

    const loggedIn = await dueRenewal();
    const other = loggedIn.renewal.settle("on-time");
    await logIn(loggedIn, "3107654321", "by-login");
    await answered(other, loggedIn.api.renewals, renewed);
    expect(tokenOf(loggedIn)).toBe("by-login");
  });

  test("a login that begins does not lose the renewed token", async () => {
    const test = await dueRenewal();
    const settled = test.renewal.settle("on-time");
    await requestOtp(test);
    await answered(settled, test.api.renewals, renewed);
    expect(tokenOf(test)).toBe("renewed");
    expect(test.session.state.login.step).toBe("otp");
  });
});
