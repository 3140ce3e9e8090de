import { describe, expect, test } from "vitest";
import type { Failure } from "../../main/domain/failure.ts";
import type { KeptToken, LoadedToken } from "../../main/domain/ports.ts";
import { failed, success } from "../../main/domain/result.ts";
import { Secret } from "../../main/domain/secret.ts";
import {
  answered,
  confirmed,
  loggedInSession,
  newSession,
  sent,
  sessionAwaitingOtp,
  tokenOf,
} from "./session-fakes.ts";

const dayMs = 24 * 60 * 60 * 1000;

describe("what earlier runs kept", () => {
  test("is there after loading, with the reminders that are done", async () => {
    const { session, vault } = newSession();
    const token: KeptToken = {
      bearerToken: new Secret("kept"),
      obtainedAtMs: 1,
      expiresAtMs: 2,
      expiryEstimated: true,
      maskedPhone: "+57 ••••••••67",
      remindersDone: ["7-days"],
      rejected: false,
    };
    vault.loads = { kind: "token", token };
    await session.load();
    expect(session.state.token).toEqual({ kind: "kept", token, place: "keyring" });
  });

  test.each<LoadedToken>([{ kind: "absent" }, { kind: "unreadable", why: { reason: "no-keyring" }, expiresAtMs: 1 }])(
    "is told as it is when it is $kind",
    async (loaded) => {
      const { session, vault } = newSession();
      vault.loads = loaded;
      await session.load();
      expect(session.state.token).toEqual(loaded);
      expect(session.tokenToCopy()).toEqual(failed({ kind: "no-token" }));
    },
  );
});

describe("a new token", () => {
  test.each(["keyring", "memory-without-keyring", "memory-after-write-failure"] as const)(
    "is told to be where the vault kept it: %s",
    async (place) => {
      const test = await sessionAwaitingOtp();
      test.vault.place = place;
      await answered(test.session.confirmOtp("123456"), test.api.confirmations, confirmed("t"));
      expect(test.session.state.token).toMatchObject({ kind: "kept", place });
      expect(tokenOf(test)).toBe("t");
    },
  );

  test("takes the place of an earlier one, whose reminders count no more", async () => {
    const test = await loggedInSession("earlier");
    const { api, session, vault } = test;
    session.markReminders(["7-days"]);
    session.startLogin();
    await answered(session.requestOtp("3001234567", "CO"), api.otpRequests, sent);
    await answered(session.confirmOtp("123456"), api.confirmations, confirmed("newer"));
    expect(tokenOf(test)).toBe("newer");
    expect(session.state.token).toMatchObject({ token: { remindersDone: [] } });
    expect(vault.kept?.bearerToken.reveal()).toBe("newer");
  });

  test("leaves an earlier one alone until it is there", async () => {
    const test = await loggedInSession("earlier");
    const { api, session } = test;
    session.startLogin();
    await answered(session.requestOtp("3001234567", "CO"), api.otpRequests, sent);
    await answered(session.confirmOtp("123456"), api.confirmations, failed({ kind: "otp-wrong" }));
    session.cancelLogin();
    expect(tokenOf(test)).toBe("earlier");
    expect(session.tokenToCopy()).toMatchObject({ ok: true });
  });
});

test("a token is given for copying until the moment it expires", async () => {
  const { clock, session } = await loggedInSession("opaque");
  clock.pass(30 * dayMs - 1);
  const copied = session.tokenToCopy();
  expect(copied.ok && copied.value.reveal()).toBe("opaque");
  clock.pass(1);
  expect(session.tokenToCopy()).toEqual(failed({ kind: "token-expired" }));
});

describe("reminders that are over", () => {
  test("are remembered here and in the vault, each list added to the one before", async () => {
    const { session, vault } = await loggedInSession();
    session.markReminders(["7-days"]);
    session.markReminders(["1-day", "1-hour"]);
    expect(session.state.token).toMatchObject({ token: { remindersDone: ["7-days", "1-day", "1-hour"] } });
    expect(vault.kept?.remindersDone).toEqual(["7-days", "1-day", "1-hour"]);
  });

  test("concern nobody without a token", () => {
    const { session, vault } = newSession();
    const before = session.state;
    session.markReminders(["expiry"]);
    expect(session.state).toBe(before);
    expect(vault.kept).toBeUndefined();
  });
});

describe("logging out", () => {
  test("takes the token away here and in the vault, and says how long it stays valid at Verifik", async () => {
    const test = await loggedInSession();
    const { clock, session, vault } = test;
    expect(session.logOut()).toEqual(success(undefined));
    expect(session.state).toEqual({
      token: { kind: "absent" },
      login: { step: "idle" },
      loggedOut: { expiresAtMs: clock.nowMs() + 30 * dayMs },
      accepted: false,
    });
    expect(vault.kept).toBeUndefined();
    expect(session.tokenToCopy()).toEqual(failed({ kind: "no-token" }));
  });

  test("that the disk refuses keeps the token, and says so", async () => {
    const test = await loggedInSession();
    const { session, vault } = test;
    vault.removal = failed<Failure>({ kind: "token-not-removed" });
    const before = session.state;
    expect(session.logOut()).toEqual(failed({ kind: "token-not-removed" }));
    expect(session.state).toBe(before);
    expect(tokenOf(test)).toBe("token-1");
  });

  test("is no longer told once a new login is under way", async () => {
    const { api, session } = await loggedInSession();
    session.logOut();
    session.startLogin();
    expect(session.state.loggedOut).toBeDefined();
    await answered(session.requestOtp("3001234567", "CO"), api.otpRequests, sent);
    expect(session.state.loggedOut).toBeUndefined();
  });
});

describe("checking the token", () => {
  const rejection = failed<Failure>({ kind: "token-rejected" });

  test("tells that Verifik takes it, until the next thing happens", async () => {
    const { api, session } = await loggedInSession();
    const checked = session.checkToken();
    expect(api.checks.map(({ bearerToken }) => bearerToken)).toEqual(["token-1"]);
    api.checks[0]?.answer(success(undefined));
    expect(await checked).toEqual(success(undefined));
    expect(session.state.accepted).toBe(true);
    session.startLogin();
    expect(session.state.accepted).toBe(false);
  });

  test("marks a rejected one, for the next start too, and deletes nothing", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    const checked = session.checkToken();
    api.checks[0]?.answer(rejection);
    expect(await checked).toEqual(rejection);
    expect(session.state).toMatchObject({ token: { kind: "kept", token: { rejected: true } }, accepted: false });
    expect(vault.kept?.rejected).toBe(true);
    expect(tokenOf(test)).toBe("token-1");

    const again = session.checkToken();
    api.checks[1]?.answer(success(undefined));
    await again;
    expect(vault.kept?.rejected).toBe(false);
  });

  test("marks nothing when there was no answer", async () => {
    const { api, session, vault } = await loggedInSession();
    const checked = session.checkToken();
    api.checks[0]?.answer(failed({ kind: "timed-out" }));
    expect(await checked).toEqual(failed({ kind: "timed-out" }));
    expect(vault.kept?.rejected).toBe(false);
  });

  test("leaves a newer token alone", async () => {
    const { api, session, vault } = await loggedInSession();
    const checked = session.checkToken();
    session.logOut();
    api.checks[0]?.answer(rejection);
    expect(await checked).toEqual(success(undefined));
    expect(session.state.token.kind).toBe("absent");
    expect(vault.kept).toBeUndefined();
  });

  test("asks for a newer token although an older one's answer is not there yet", async () => {
    const { api, session } = await loggedInSession();
    void session.checkToken();
    session.startLogin();
    await answered(session.requestOtp("3107654321", "CO"), api.otpRequests, sent);
    await answered(session.confirmOtp("123456"), api.confirmations, confirmed("newer"));
    const checked = session.checkToken();
    expect(api.checks.map(({ bearerToken }) => bearerToken)).toEqual(["token-1", "newer"]);
    api.checks[1]?.answer(success(undefined));
    expect(await checked).toEqual(success(undefined));
    api.checks[0]?.answer(rejection);
    await new Promise(setImmediate);
    expect(session.state).toMatchObject({ token: { token: { rejected: false } }, accepted: true });
  });

  test("needs one", async () => {
    const { api, session } = newSession();
    expect(await session.checkToken()).toEqual(failed({ kind: "no-token" }));
    expect(api.checks).toEqual([]);
  });
});

describe("who listens", () => {
  test("hears of each change after it has happened, until it stops listening", async () => {
    const { session } = newSession();
    const heard: string[] = [];
    const stop = session.onChanged(() => heard.push(session.state.login.step));
    session.startLogin();
    session.cancelLogin();
    stop();
    session.startLogin();
    expect(heard).toEqual(["phone", "idle"]);
  });

  test("hears nothing when nothing changes", () => {
    const { session } = newSession();
    session.startLogin();
    let heard = 0;
    session.onChanged(() => heard++);
    session.startLogin();
    expect(heard).toBe(0);
  });
});
