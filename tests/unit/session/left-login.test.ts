import { expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import {
  answered,
  confirmed,
  newSession,
  phoneNumber,
  requestOtp,
  secondFactorRequired,
  sent,
  sessionAwaitingOtp,
  tokenOf,
} from "../../fixtures/session-fakes.ts";

test("returning to the number keeps the sent code, and sends no other one", async () => {
  const test = await sessionAwaitingOtp();
  const { api, clock, session } = test;
  session.logins.changeNumber();
  clock.pass(60_000);
  expect(await session.logins.requestOtp(phoneNumber("+57 300 123 4567", "US"), false)).toEqual(ok(undefined));
  expect(session.state.login).toMatchObject({ step: "otp" });
  expect(api.otpRequests).toHaveLength(1);
  await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("token"));
  expect(tokenOf(test)).toBe("token");
});

test("a code whose request timed out can be entered once Verifik says that it was sent", async () => {
  const { api, session } = newSession();
  session.logins.start();
  await answered(
    session.logins.requestOtp(phoneNumber("3001234567", "CO"), false),
    api.otpRequests,
    err({ kind: "timed-out" }),
  );
  const coolDown = err<Failure>({ kind: "cool-down", waitSeconds: 90 });
  expect(
    await answered(session.logins.requestOtp(phoneNumber("3001234567", "CO"), false), api.otpRequests, coolDown),
  ).toEqual(coolDown);
  expect(session.state.login).toEqual({ step: "phone" });
  expect(await session.logins.requestOtp(phoneNumber("3001234567", "CO"), false)).toEqual(ok(undefined));
  expect(session.state.login).toMatchObject({ step: "otp", channel: "other" });
  expect(api.otpRequests).toHaveLength(2);
});

test("after a resend with a lost answer a code can be entered, even if the first one has expired", async () => {
  const { api, clock, session } = await sessionAwaitingOtp();
  clock.pass(11 * 60_000);
  await answered(session.logins.resendOtp(), api.otpRequests, err({ kind: "timed-out" }));
  const coolDown = err<Failure>({ kind: "cool-down", waitSeconds: 100 });
  await answered(session.logins.resendOtp(), api.otpRequests, coolDown);
  const { login } = session.state;
  if (login.step !== "otp") return expect.fail(login.step);
  expect(login.otpExpiresAtMs).toBeGreaterThan(clock.elapsedMs());
  expect(login.resendFromMs).toBe(clock.elapsedMs() + 100_000);
});

test("a code that is being sent is not requested again after the person has left the login", async () => {
  const { api, session } = newSession();
  session.logins.start();
  const first = session.logins.requestOtp(phoneNumber("3001234567", "CO"), false);
  session.logins.cancel();
  session.logins.start();
  const second = session.logins.requestOtp(phoneNumber("3001234567", "CO"), false);
  expect(api.otpRequests).toHaveLength(1);
  await answered(first, api.otpRequests, sent);
  expect(await second).toEqual(ok(undefined));
  expect(session.state.login).toMatchObject({ step: "otp" });
});

test("logging out keeps the cool-down and drops the second factor", async () => {
  const { api, session } = await sessionAwaitingOtp();
  await answered(session.logins.confirmOtp("123456"), api.confirmations, secondFactorRequired);
  session.logOut();
  expect(session.state.login).toEqual({ step: "idle" });
  session.logins.start();
  expect(await session.logins.requestOtp(phoneNumber("3001234567", "CO"), false)).toEqual(ok(undefined));
  expect(api.otpRequests).toHaveLength(1);
  expect(session.state.login).toMatchObject({ step: "otp", secondFactor: undefined });
});

test("no code is requested during Verifik's cool-down, even if the sent code is used up", async () => {
  const { api, clock, session } = await sessionAwaitingOtp();
  const exhausted = err<Failure>({ kind: "attempts-exhausted" });
  await answered(session.logins.confirmOtp("000000"), api.confirmations, exhausted);
  const coolDown = err<Failure>({ kind: "cool-down", waitSeconds: 90 });
  await answered(session.logins.resendOtp(), api.otpRequests, coolDown);
  await answered(session.logins.confirmOtp("000000"), api.confirmations, exhausted);
  clock.pass(30_000);
  expect(await session.logins.resendOtp()).toEqual(err({ kind: "cool-down", waitSeconds: 60 }));
  expect(api.otpRequests).toHaveLength(2);
  clock.pass(60_000);
  await answered(session.logins.resendOtp(), api.otpRequests, sent);
  expect(session.state.login).toMatchObject({ step: "otp" });
});

test("another number gets its own code", async () => {
  const { api, session } = await sessionAwaitingOtp();
  session.logins.changeNumber();
  await answered(session.logins.requestOtp(phoneNumber("3107654321", "CO"), false), api.otpRequests, sent);
  expect(api.otpRequests).toHaveLength(2);
});

test("each number has its own cool-down and its own code", async () => {
  const { api, clock, session } = await sessionAwaitingOtp();
  session.logins.changeNumber();
  await answered(session.logins.requestOtp(phoneNumber("3107654321", "CO"), false), api.otpRequests, sent);
  session.logins.changeNumber();
  expect(await session.logins.requestOtp(phoneNumber("3001234567", "CO"), false)).toEqual(ok(undefined));
  expect(api.otpRequests).toHaveLength(2);
  expect(session.state.login).toMatchObject({ phone: { nationalNumber: "3001234567" } });
  await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t"));

  // Confirming ends the cool-down of this number only.
  session.logins.start();
  expect(await session.logins.requestOtp(phoneNumber("3107654321", "CO"), false)).toEqual(ok(undefined));
  session.logins.changeNumber();
  await answered(session.logins.requestOtp(phoneNumber("3001234567", "CO"), false), api.otpRequests, sent);
  expect(api.otpRequests).toHaveLength(3);
  clock.pass(120_000);
  session.logins.changeNumber();
  await answered(session.logins.requestOtp(phoneNumber("3107654321", "CO"), false), api.otpRequests, sent);
  expect(api.otpRequests).toHaveLength(4);
});

test("a number with a sent code is not requested again after another number replaced it", async () => {
  const { api, session } = await sessionAwaitingOtp();
  // The window does not allow this, but a hostile page could do it.
  await answered(session.logins.requestOtp(phoneNumber("3007654321", "CO"), false), api.otpRequests, sent);
  expect(await session.logins.requestOtp(phoneNumber("3001234567", "CO"), false)).toEqual(ok(undefined));
  expect(await session.logins.requestOtp(phoneNumber("3007654321", "CO"), false)).toEqual(ok(undefined));
  expect(await session.logins.requestOtp(phoneNumber("3001234567", "CO"), false)).toEqual(ok(undefined));
  expect(api.otpRequests).toHaveLength(2);
});

test("a new code is requested after the cool-down", async () => {
  const { api, clock, session } = await sessionAwaitingOtp();
  session.logins.cancel();
  clock.pass(120_000);
  await requestOtp({ api, session });
  expect(api.otpRequests).toHaveLength(2);
});

test("the answer to an abandoned call does not change the resumed login", async () => {
  const test = await sessionAwaitingOtp();
  const { api, session } = test;
  void session.logins.confirmOtp("111111");
  session.logins.changeNumber();
  await session.logins.requestOtp(phoneNumber("3001234567", "CO"), false);
  api.confirmations[0]?.answer(confirmed("left behind"));
  await new Promise(setImmediate);
  expect(session.state.token).toEqual({ kind: "absent" });
});
