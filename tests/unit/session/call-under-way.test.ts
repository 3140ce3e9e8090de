import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import type { LoadedToken } from "../../../domain/ports.ts";
import { err, ok } from "../../../domain/result.ts";
import type { Session } from "../../../domain/session/session.ts";
import {
  account,
  answered,
  confirmed,
  ended,
  loggedInSession,
  logIn,
  newSession,
  phoneNumber,
  secondFactorRequired,
  sent,
  sessionAwaitingOtp,
  tokenOf,
} from "../../fixtures/session-fakes.ts";

describe("a second click on a button", () => {
  test("requests no second code, and both clicks get the same result", async () => {
    const { api, session } = newSession();
    session.logins.start();
    const clicks = [
      session.logins.requestOtp(phoneNumber("3001234567", "CO"), false),
      session.logins.requestOtp(phoneNumber("3001234567", "CO"), false),
    ];
    expect(api.otpRequests.length).toBe(1);
    api.otpRequests[0]?.answer(sent);
    expect(await Promise.all(clicks)).toEqual([ok(undefined), ok(undefined)]);
  });

  test("confirms a code once", async () => {
    const { api, session } = await sessionAwaitingOtp();
    const clicks = [session.logins.confirmOtp("123456"), session.logins.confirmOtp("123456")];
    expect(api.confirmations.length).toBe(1);
    api.confirmations[0]?.answer(confirmed("t"));
    expect(await Promise.all(clicks)).toEqual([ok(undefined), ok(undefined)]);
  });

  test("requests one resend", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    clock.pass(120_000);
    void session.logins.resendOtp();
    void session.logins.resendOtp();
    expect(api.otpRequests.length).toBe(2);
  });

  test("makes a new call after the first one has ended, even with a failure", async () => {
    const { api, session } = newSession();
    session.logins.start();
    await answered(
      session.logins.requestOtp(phoneNumber("3001234567", "CO"), false),
      api.otpRequests,
      err({ kind: "timed-out" }),
    );
    void session.logins.requestOtp(phoneNumber("3001234567", "CO"), false);
    expect(api.otpRequests.length).toBe(2);
  });
});

const waysOut: [string, (session: Session) => void][] = [
  ["cancelling", (session) => session.logins.cancel()],
  ["changing the number", (session) => session.logins.changeNumber()],
  ["logging out", (session) => session.logOut()],
];

describe.each(waysOut)("%s while a call is under way", (_name, leave) => {
  test("ignores the late answer to a requested code", async () => {
    const { api, session } = newSession();
    session.logins.start();
    const requested = session.logins.requestOtp(phoneNumber("3001234567", "CO"), false);
    leave(session);
    const after = session.state;
    expect(await answered(requested, api.otpRequests, sent)).toEqual(ended);
    expect(session.state).toBe(after);
  });

  test.each([
    ["token", confirmed("late")],
    ["question for a second factor", secondFactorRequired],
    ["failure", err<Failure>({ kind: "otp-expired" })],
  ])("ignores a late %s", async (_what, answer) => {
    const { api, session, vault } = await sessionAwaitingOtp();
    const confirming = session.logins.confirmOtp("123456");
    leave(session);
    const after = session.state;
    expect(await answered(confirming, api.confirmations, answer)).toEqual(ended);
    expect(session.state).toBe(after);
    expect(vault.kept).toBeUndefined();
  });

  test("does not delay the next call, and only that call's answer counts", async () => {
    const test = await sessionAwaitingOtp();
    const { api, session } = test;
    const abandoned = session.logins.confirmOtp("123456");
    leave(session);
    session.logins.start();
    const requested = session.logins.requestOtp(phoneNumber("2025550123", "US"), false);
    expect(api.otpRequests.length).toBe(2);
    expect(await answered(abandoned, api.confirmations, confirmed("late"))).toEqual(ended);
    // The late answer must not allow a second request either.
    void session.logins.requestOtp(phoneNumber("2025550123", "US"), false);
    expect(api.otpRequests.length).toBe(2);
    await answered(requested, api.otpRequests, sent);
    expect(session.state.login).toMatchObject({ step: "otp", phone: { regionCode: "US" } });
    await answered(session.logins.confirmOtp("654321"), api.confirmations, confirmed("new"));
    expect(tokenOf(test)).toBe("new");
  });
});

describe("while a slow keyring encrypts a new token", () => {
  test("the session has the token, and the login has ended", async () => {
    const test = await sessionAwaitingOtp();
    const { api, session, vault } = test;
    vault.slow = true;
    expect(await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t"))).toEqual(
      ok(undefined),
    );
    expect(tokenOf(test)).toBe("t");
    expect(session.state).toMatchObject({ token: { storage: "being-stored" }, login: { step: "idle" } });
    await vault.finish();
    expect(session.state).toMatchObject({ token: { storage: "keyring" } });
  });

  test("logging out removes the token from session and vault", async () => {
    const { api, session, vault } = await sessionAwaitingOtp();
    vault.slow = true;
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("late"));
    await vault.whileAtWork(() => expect(session.logOut()).toEqual(ok(undefined)));
    await vault.finish();
    expect(session.state).toMatchObject({ token: { kind: "absent" }, login: { step: "idle" } });
    expect(vault.kept).toBeUndefined();
  });

  test("a keyring that never answers does not delay a later login", async () => {
    const test = await sessionAwaitingOtp();
    const { api, session, vault } = test;
    vault.slow = true;
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("first"));
    session.logOut();
    await logIn({ api, session }, "3107654321", "second");
    expect(tokenOf(test)).toBe("second");
    await vault.finish();
    expect(vault.kept?.bearerToken.reveal()).toBe("second");
  });

  test("reminders that become due meanwhile are stored with the token", async () => {
    const { api, session, vault } = await sessionAwaitingOtp();
    vault.slow = true;
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t"));
    await vault.whileAtWork(() => session.tokens.markReminders(["7-days"]));
    await vault.finish();
    expect(vault.kept).toMatchObject({ remindersDone: ["7-days"] });
  });
});

test("a login removes the account of the earlier token", async () => {
  const { api, session } = await loggedInSession();
  await answered(session.checkToken(), api.checks, ok(account));
  await logIn({ api, session }, "3107654321", "other");
  expect(session.state.account).toBeUndefined();
});

test("loading does not undo a logout that happened meanwhile", async () => {
  const { session, vault } = newSession();
  let answer = (_loaded: LoadedToken) => {};
  vault.load = () => new Promise((resolve) => (answer = resolve));
  const loading = session.load();
  session.logOut();
  answer({ kind: "unreadable", why: { reason: "no-keyring" }, expiresAtMs: 1 });
  await loading;
  expect(session.state.token).toEqual({ kind: "absent" });
});
