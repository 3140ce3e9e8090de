import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { AutomaticRenewal } from "../../../domain/renewal/automatic-renewal.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { answered, logIn, requestOtp, stored, tokenOf } from "../../fixtures/session-fakes.ts";
import { dueRenewal, renewingSession } from "./renewing-session.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const renewed = ok(new Secret("renewed"));
const offline = err<Failure>({ kind: "unreachable", reason: "offline" });
const rejected = err<Failure>({ kind: "token-rejected", status: 401 });

describe("a due token", () => {
  test("is renewed for one month; messages stay and no login starts", async () => {
    const test = await dueRenewal();
    const { api, clock, session, renewal } = test;
    const { token } = session.state;
    if (token.kind === "kept") session.copies.noteCopy(token.token);
    session.copies.dismiss();
    const { news } = session.state;
    expect(await answered(renewal.settle(false), api.renewals, renewed)).toEqual({
      outcome: "renewed",
      tries: 1,
      minted: 1,
    });
    expect(api.renewals).toMatchObject([{ bearerToken: "token-1", months: 1 }]);
    expect(tokenOf(test)).toBe("renewed");
    expect(session.state).toMatchObject({ news, login: { step: "idle" } });
    expect(renewal.renewedAtMs).toBe(clock.nowMs());
  });

  test("is not renewed a moment sooner, nor while that is off", async () => {
    const { api, clock, renewal, settings, untilDueMs } = await renewingSession();
    expect(renewal.nextInMs()).toBe(untilDueMs);
    clock.pass(untilDueMs - 1);
    await renewal.settle(false);
    settings.choose("off");
    clock.pass(dayMs);
    expect(renewal.nextInMs()).toBeUndefined();
    await renewal.settle(false);
    expect(api.renewals).toEqual([]);
  });

  test("waits for 60 to 120 seconds after a wake-up, the start and the switching on", async () => {
    const { clock, renewal, session, settings } = await dueRenewal();
    await renewal.settle(true);
    expect(renewal.nextInMs()).toBe(90_000);
    clock.pass(80_000);
    settings.choose("off");
    settings.choose("on");
    expect(renewal.nextInMs()).toBe(90_000);
    const pauses = [0, 1].map((chance) => new AutomaticRenewal(session, settings, clock, () => chance).nextInMs());
    expect(pauses).toEqual([60_000, 120_000]);
  });

  test("waits for a login, whose first step counts, and says so", async () => {
    const { api, renewal, session } = await dueRenewal();
    session.logins.start();
    await renewal.settle(false);
    expect(renewal.plan().problem).toEqual({ kind: "login-under-way" });
    expect(renewal.silencesReminders()).toBe(false);
    session.logins.cancel();
    expect(renewal.nextInMs()).toBe(0);
    void renewal.settle(false);
    expect(api.renewals).toHaveLength(1);
  });

  test.each(["renewToken", "revokeTokens"] as const)("waits for %s by hand", async (operation) => {
    const { api, renewal, session } = await dueRenewal();
    void session[operation](1);
    await renewal.settle(false);
    expect(api.renewals.length + api.revocations.length).toBe(1);
    expect(renewal.nextInMs()).toBeUndefined();
  });

  test("is not renewed if it is rejected or in memory only", async () => {
    const { api, clock, renewal, session, vault } = await dueRenewal();
    await answered(session.checkToken(), api.checks, rejected);
    await renewal.settle(false);
    expect(renewal.plan()).toEqual({ nextAtMs: undefined, problem: undefined });
    vault.storage = "memory-without-keyring";
    await logIn({ api, session }, "3107654321", "in-memory");
    await stored();
    clock.pass(25 * dayMs);
    await renewal.settle(false);
    expect(renewal.plan()).toEqual({ nextAtMs: undefined, problem: { kind: "needs-keyring" } });
    expect(api.renewals).toEqual([]);
  });
});

describe("the note before the call", () => {
  test("counts a lost answer as a token, so that a restart asks no more often", async () => {
    const { clock, notes, renewal } = await dueRenewal();
    const nowMs = clock.nowMs();
    void renewal.settle(false);
    expect(notes.stored?.renewal).toMatchObject({ tries: 1, minted: 1, triedAtMs: nowMs, nextAtMs: nowMs + hourMs });
  });

  test("is a condition: where the disk refuses it, nothing is asked and nothing is counted", async () => {
    const { api, clock, notes, renewal } = await dueRenewal();
    notes.room = false;
    await renewal.settle(false);
    expect(api.renewals).toEqual([]);
    expect(renewal.plan().problem).toEqual({ kind: "notes-not-stored" });
    expect(renewal.silencesReminders()).toBe(false);
    expect(renewal.nextInMs()).toBeUndefined();
    expect(notes.load()?.renewal).toBeUndefined();
    notes.room = true;
    clock.pass(hourMs);
    void renewal.settle(false);
    expect(api.renewals).toHaveLength(1);
  });
});

describe("a failed try", () => {
  test("keeps the token and no silence; the next one comes when the plan says so", async () => {
    const test = await dueRenewal();
    const { api, clock, renewal } = test;
    const atMs = clock.nowMs();
    expect(renewal.silencesReminders()).toBe(false);
    const done = renewal.settle(false);
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
    await answered(renewal.settle(false), api.renewals, rejected);
    expect(vault.kept?.rejected).toBe(true);
    expect(session.state).toMatchObject({ login: { step: "idle" }, news: undefined });
    expect(renewal.isRejectionUntold()).toBe(true);
    renewal.markRejectionTold();
    expect(renewal.isRejectionUntold()).toBe(false);
    clock.pass(5 * dayMs);
    await renewal.settle(false);
    expect(api.renewals).toHaveLength(1);
  });

  test("takes no token that expires before the present one", async () => {
    const test = await dueRenewal();
    const { api, clock, renewal } = test;
    const expiresAt = clock.nowMs() / 1000 + 9 * 24 * 3600;
    const claims = btoa(JSON.stringify({ iat: clock.nowMs() / 1000, expiresAt }));
    await answered(renewal.settle(false), api.renewals, ok(new Secret(`e30.${claims}.x`)));
    expect(tokenOf(test)).toBe("token-1");
    expect(renewal.plan().problem).toMatchObject({ failure: "no-longer-life" });
  });

  test("keeps the token when the new one cannot be stored", async () => {
    const test = await dueRenewal();
    test.vault.storage = "memory-after-write-failure";
    await answered(test.renewal.settle(false), test.api.renewals, renewed);
    expect(tokenOf(test)).toBe("token-1");
    expect(test.notes.stored?.renewal).toMatchObject({ failure: "not-stored", minted: 1 });
  });
});

describe("meanwhile", () => {
  test("a renewal by hand for one month takes the token of the call under way, and says so", async () => {
    const test = await dueRenewal();
    const { api, renewal, session } = test;
    const settled = renewal.settle(false);
    const byHand = session.renewToken(1);
    await answered(settled, api.renewals, renewed);
    expect(await byHand).toEqual(ok(undefined));
    expect(api.renewals).toHaveLength(1);
    expect(session.state.news).toMatchObject({ kind: "token-renewed" });
  });

  test("a renewal by hand for a year waits, and then renews the new token", async () => {
    const test = await dueRenewal();
    const { api, renewal, session } = test;
    const settled = renewal.settle(false);
    const byHand = session.renewToken(12);
    await answered(settled, api.renewals, renewed);
    await stored();
    expect(api.renewals.at(-1)).toMatchObject({ bearerToken: "renewed", months: 12 });
    await answered(byHand, api.renewals, ok(new Secret("for a year")));
    expect(tokenOf(test)).toBe("for a year");
  });

  test("quitting waits for the answer, and the new token is stored", async () => {
    const { api, renewal, session, vault } = await dueRenewal();
    void renewal.settle(false);
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
    const settled = loggedOut.renewal.settle(false);
    loggedOut.session.logOut();
    expect(await answered(settled, loggedOut.api.renewals, renewed)).toMatchObject({ outcome: "superseded" });
    expect(loggedOut.vault.kept).toBeUndefined();

    const loggedIn = await dueRenewal();
    const other = loggedIn.renewal.settle(false);
    await logIn(loggedIn, "3107654321", "by-login");
    await answered(other, loggedIn.api.renewals, renewed);
    expect(tokenOf(loggedIn)).toBe("by-login");
  });

  test("a login that begins does not lose the renewed token", async () => {
    const test = await dueRenewal();
    const settled = test.renewal.settle(false);
    await requestOtp(test);
    await answered(settled, test.api.renewals, renewed);
    expect(tokenOf(test)).toBe("renewed");
    expect(test.session.state.login.step).toBe("otp");
  });
});
