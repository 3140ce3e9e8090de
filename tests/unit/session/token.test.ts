import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import type { KeptToken, LoadedToken } from "../../../domain/ports.ts";
import { err, ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import {
  answered,
  confirmed,
  loggedInSession,
  logIn,
  newSession,
  phoneNumber,
  requestOtp,
  sent,
  sessionAwaitingOtp,
  tokenOf,
} from "../../fixtures/session-fakes.ts";

const dayMs = 24 * 60 * 60 * 1000;

describe("the token of an earlier run", () => {
  test("is available after loading, with its delivered reminders", async () => {
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
    expect(session.state.token).toEqual({ kind: "kept", token, storage: "keyring" });
  });

  test.each<LoadedToken>([{ kind: "absent" }, { kind: "unreadable", why: { reason: "no-keyring" }, expiresAtMs: 1 }])(
    "is reported as $kind",
    async (loaded) => {
      const { session, vault } = newSession();
      vault.loads = loaded;
      await session.load();
      expect(session.state.token).toEqual(loaded);
      expect(session.tokens.usable()).toEqual(err({ kind: "no-token" }));
    },
  );
});

describe("a new token", () => {
  test.each(["keyring", "memory-without-keyring", "memory-after-write-failure"] as const)(
    "is reported to be in: %s",
    async (storage) => {
      const test = await sessionAwaitingOtp();
      test.vault.storage = storage;
      await answered(test.session.logins.confirmOtp("123456"), test.api.confirmations, confirmed("t"));
      expect(test.session.state.token).toMatchObject({ kind: "kept", storage });
      expect(tokenOf(test)).toBe("t");
    },
  );

  test("replaces an earlier one and its delivered reminders", async () => {
    const test = await loggedInSession("earlier");
    const { api, session, vault } = test;
    session.tokens.markReminders(["7-days"]);
    await logIn({ api, session }, "3001234567", "newer");
    expect(tokenOf(test)).toBe("newer");
    expect(session.state.token).toMatchObject({ token: { remindersDone: [] } });
    expect(vault.kept?.bearerToken.reveal()).toBe("newer");
  });

  test("does not change an earlier one before it arrives", async () => {
    const test = await loggedInSession("earlier");
    const { api, session } = test;
    await requestOtp({ api, session });
    await answered(session.logins.confirmOtp("123456"), api.confirmations, err({ kind: "otp-wrong" }));
    session.logins.cancel();
    expect(tokenOf(test)).toBe("earlier");
    expect(session.tokens.usable()).toMatchObject({ ok: true });
  });
});

test("a token can be copied until it expires", async () => {
  const { clock, session } = await loggedInSession("opaque");
  clock.pass(30 * dayMs - 1);
  const copied = session.tokens.usable();
  expect(copied.ok && copied.value.token.bearerToken.reveal()).toBe("opaque");
  clock.pass(1);
  expect(session.tokens.usable()).toEqual(err({ kind: "token-expired" }));
});

describe("delivered reminders", () => {
  test("are added to those in session and vault", async () => {
    const { session, vault } = await loggedInSession();
    session.tokens.markReminders(["7-days"]);
    session.tokens.markReminders(["1-day", "1-hour"]);
    expect(session.state.token).toMatchObject({ token: { remindersDone: ["7-days", "1-day", "1-hour"] } });
    expect(vault.kept?.remindersDone).toEqual(["7-days", "1-day", "1-hour"]);
  });

  test("are ignored without a token", () => {
    const { session, vault } = newSession();
    const before = session.state;
    session.tokens.markReminders(["expiry"]);
    expect(session.state).toBe(before);
    expect(vault.kept).toBeUndefined();
  });
});

describe("logging out", () => {
  test("removes the token from session and vault, and says how long Verifik still accepts it", async () => {
    const test = await loggedInSession();
    const { clock, session, vault } = test;
    expect(session.logOut()).toEqual(ok(undefined));
    expect(session.state).toEqual({
      token: { kind: "absent" },
      login: { step: "idle" },
      rememberedNumber: undefined,
      account: undefined,
      copied: undefined,
      loggedOut: { expiresAtMs: clock.nowMs() + 30 * dayMs, copied: undefined },
      news: undefined,
    });
    expect(vault.kept).toBeUndefined();
    expect(session.tokens.usable()).toEqual(err({ kind: "no-token" }));
  });

  test("that the disk refuses keeps the token and reports the failure", async () => {
    const test = await loggedInSession();
    const { session, vault } = test;
    vault.removal = err<Failure>({ kind: "token-not-removed" });
    const before = session.state;
    expect(session.logOut()).toEqual(err({ kind: "token-not-removed" }));
    expect(session.state).toBe(before);
    expect(tokenOf(test)).toBe("token-1");
  });

  test("is no longer reported once a new login has started", async () => {
    const { api, session } = await loggedInSession();
    session.logOut();
    session.logins.start();
    expect(session.state.loggedOut).toBeDefined();
    await answered(session.logins.requestOtp(phoneNumber("3001234567", "CO"), false), api.otpRequests, sent);
    expect(session.state.loggedOut).toBeUndefined();
  });
});

describe("a listener", () => {
  test("is called after each change until it unsubscribes", async () => {
    const { session } = newSession();
    const heard: string[] = [];
    const stop = session.onChanged(() => heard.push(session.state.login.step));
    session.logins.start();
    session.logins.cancel();
    stop();
    session.logins.start();
    expect(heard).toEqual(["phone", "idle"]);
  });

  test("is not called without a change", () => {
    const { session } = newSession();
    session.logins.start();
    let heard = 0;
    session.onChanged(() => heard++);
    session.logins.start();
    expect(heard).toBe(0);
  });
});
