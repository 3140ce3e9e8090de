import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import { jwtWith } from "../../fixtures/jwt.ts";
import {
  answered,
  confirmed,
  ended,
  newSession,
  phoneNumber,
  sent,
  sessionAwaitingOtp,
  tokenOf,
} from "../../fixtures/session-fakes.ts";

const done = ok(undefined);

test("a login leads from a phone number to a stored token", async () => {
  const test = newSession();
  const { api, clock, session, vault } = test;
  expect(session.state).toEqual({
    token: { kind: "absent" },
    login: { step: "idle" },
    rememberedNumber: undefined,
    account: undefined,
    loggedOut: undefined,
    news: undefined,
  });

  session.logins.start();
  expect(session.state.login).toEqual({ step: "phone" });

  const requested = session.logins.requestOtp(phoneNumber("300 123 4567", "CO"), false);
  expect(api.otpRequests[0]?.phone).toEqual({
    regionCode: "CO",
    countryCallingCode: "57",
    nationalNumber: "3001234567",
  });
  clock.pass(2000);
  expect(await answered(requested, api.otpRequests, sent)).toEqual(done);
  expect(session.state.login).toMatchObject({
    step: "otp",
    channel: "whatsapp",
    otpExpiresAtMs: clock.elapsedMs() + 600_000,
    resendFromMs: clock.elapsedMs() + 120_000,
  });

  const expiresAt = Math.floor(clock.nowMs() / 1000) + 30 * 86_400;
  const bearerToken = jwtWith({ expiresAt });
  const confirming = session.logins.confirmOtp("012345");
  expect(api.confirmations[0]).toMatchObject({ phone: api.otpRequests[0]?.phone, otp: "012345" });
  expect(api.confirmations[0]?.authenticatorOtp).toBeUndefined();
  clock.pass(1000);
  expect(await answered(confirming, api.confirmations, confirmed(bearerToken))).toEqual(done);

  expect(session.state.login).toEqual({ step: "idle" });
  expect(session.state.token).toMatchObject({
    kind: "kept",
    storage: "keyring",
    token: {
      obtainedAtMs: clock.nowMs(),
      expiresAtMs: expiresAt * 1000,
      expiryEstimated: false,
      maskedPhone: "+57 ••••••••67",
      remindersDone: [],
    },
  });
  expect(tokenOf(test)).toBe(bearerToken);
  expect(vault.kept?.bearerToken.reveal()).toBe(bearerToken);
});

test("a number that Verifik refuses can be corrected", async () => {
  const { api, session } = newSession();
  session.logins.start();
  const unknown = err<Failure>({ kind: "phone-unknown" });
  expect(
    await answered(session.logins.requestOtp(phoneNumber("3001234567", "CO"), false), api.otpRequests, unknown),
  ).toEqual(unknown);
  expect(session.state.login).toEqual({ step: "phone" });
});

describe("a code", () => {
  test.each(["", "12345", "1234567", "12345a", "12 34"])("%j is rejected without calling the API", async (typed) => {
    const { api, session } = await sessionAwaitingOtp();
    expect(await session.logins.confirmOtp(typed)).toEqual(err({ kind: "otp-malformed" }));
    expect(api.confirmations).toEqual([]);
  });

  test.each([" 012345 ", "012 345", "012-345", "\t012345\n"])(
    "%j is accepted without its spaces and hyphens",
    async (typed) => {
      const { api, session } = await sessionAwaitingOtp();
      void session.logins.confirmOtp(typed);
      expect(api.confirmations[0]?.otp).toBe("012345");
    },
  );

  test("that is wrong can be entered again", async () => {
    const { api, session } = await sessionAwaitingOtp();
    const before = session.state;
    const wrong = err<Failure>({ kind: "otp-wrong" });
    expect(await answered(session.logins.confirmOtp("123456"), api.confirmations, wrong)).toEqual(wrong);
    expect(session.state).toEqual(before);
    expect(await answered(session.logins.confirmOtp("654321"), api.confirmations, confirmed("t"))).toEqual(done);
  });

  test.each(["otp-expired", "otp-not-pending", "otp-already-used", "attempts-exhausted"] as const)(
    "that is no longer valid (%s) can be replaced at once",
    async (kind) => {
      const { api, clock, session } = await sessionAwaitingOtp();
      clock.pass(1000);
      const over = err<Failure>({ kind });
      expect(await answered(session.logins.confirmOtp("123456"), api.confirmations, over)).toEqual(over);
      const atMs = clock.elapsedMs();
      expect(session.state.login).toMatchObject({ step: "otp", otpExpiresAtMs: atMs, resendFromMs: atMs });
      expect(await answered(session.logins.resendOtp(), api.otpRequests, sent)).toEqual(done);
      expect(api.otpRequests.length).toBe(2);
    },
  );

  test.each(["timed-out", "server-unwell"] as const)("without an answer (%s) can be submitted again", async (kind) => {
    const { api, session } = await sessionAwaitingOtp();
    const before = session.state;
    const failure = err<Failure>(kind === "server-unwell" ? { kind, status: 502 } : { kind });
    expect(await answered(session.logins.confirmOtp("123456"), api.confirmations, failure)).toEqual(failure);
    expect(session.state).toEqual(before);
  });

  test("is rejected when no login waits for one", async () => {
    const { api, session } = newSession();
    expect(await session.logins.confirmOtp("123456")).toEqual(ended);
    expect(await session.logins.confirmAuthenticator("123456")).toEqual(ended);
    expect(await session.logins.resendOtp()).toEqual(ended);
    expect([...api.confirmations, ...api.otpRequests]).toEqual([]);
  });
});
