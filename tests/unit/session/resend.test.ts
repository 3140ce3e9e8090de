import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import {
  answered,
  newSession,
  phoneNumber,
  secondFactorRequired,
  sent,
  sessionAwaitingOtp,
} from "../../fixtures/session-fakes.ts";

function wait(waitSeconds: number) {
  return err<Failure>({ kind: "cool-down", waitSeconds });
}

describe("another code", () => {
  test("can be requested two minutes after the last one; until then the session shows the wait", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    expect(await session.logins.resendOtp()).toEqual(wait(120));
    clock.pass(60_001);
    expect(await session.logins.resendOtp()).toEqual(wait(60));
    clock.pass(59_998);
    expect(await session.logins.resendOtp()).toEqual(wait(1));
    expect(api.otpRequests.length).toBe(1);
    clock.pass(1);
    expect(await answered(session.logins.resendOtp(), api.otpRequests, sent)).toEqual(ok(undefined));
    expect(api.otpRequests[1]?.phone).toEqual(api.otpRequests[0]?.phone);
  });

  test("can be requested as soon as a short-lived one has expired", async () => {
    const { api, clock, session } = newSession();
    session.logins.start();
    const shortLived = ok({ channel: "sms", lifetimeMs: 30_000 } as const);
    await answered(session.logins.requestOtp(phoneNumber("3001234567", "CO"), false), api.otpRequests, shortLived);
    clock.pass(29_000);
    expect(await session.logins.resendOtp()).toEqual(wait(1));
    clock.pass(1000);
    void session.logins.resendOtp();
    expect(api.otpRequests.length).toBe(2);
  });

  test("restarts the waits and replaces the first code", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    clock.pass(120_000);
    const bySms = ok({ channel: "sms", lifetimeMs: 300_000 } as const);
    await answered(session.logins.resendOtp(), api.otpRequests, bySms);
    const nowMs = clock.elapsedMs();
    expect(session.state.login).toMatchObject({
      step: "otp",
      channel: "sms",
      otpExpiresAtMs: nowMs + 300_000,
      resendFromMs: nowMs + 120_000,
    });
    expect(await session.logins.resendOtp()).toEqual(wait(120));
  });

  test("does not depend on the wall clock, which may change meanwhile", async () => {
    const { clock, session } = await sessionAwaitingOtp();
    clock.setTimeOfDay(clock.nowMs() + 365 * 86_400_000);
    expect(await session.logins.resendOtp()).toEqual(wait(120));
    clock.setTimeOfDay(0);
    expect(await session.logins.resendOtp()).toEqual(wait(120));
  });

  test("waits as long as Verifik says after a refusal, and the sent code stays valid", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    const { login } = session.state;
    clock.pass(120_000);
    expect(await answered(session.logins.resendOtp(), api.otpRequests, wait(45))).toEqual(wait(45));
    expect(session.state.login).toEqual({ ...login, resendFromMs: clock.elapsedMs() + 45_000 });
    expect(await session.logins.resendOtp()).toEqual(wait(45));
    expect(api.otpRequests.length).toBe(2);
  });

  test("that could not be sent leaves the first one valid, and can be requested again", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    clock.pass(120_000);
    const before = session.state;
    await answered(session.logins.resendOtp(), api.otpRequests, err({ kind: "timed-out" }));
    expect(session.state).toEqual(before);
    void session.logins.resendOtp();
    expect(api.otpRequests.length).toBe(3);
  });

  test("requested at the second factor returns to the first code", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    await answered(session.logins.confirmOtp("123456"), api.confirmations, secondFactorRequired);
    clock.pass(120_000);
    await answered(session.logins.resendOtp(), api.otpRequests, sent);
    expect(session.state.login).toMatchObject({ step: "otp", secondFactor: undefined });
  });
});

test("a cool-down at the first request returns the wait and stays at the number", async () => {
  const { api, session } = newSession();
  session.logins.start();
  expect(
    await answered(session.logins.requestOtp(phoneNumber("3001234567", "CO"), false), api.otpRequests, wait(90)),
  ).toEqual(wait(90));
  expect(session.state.login).toEqual({ step: "phone" });
});
