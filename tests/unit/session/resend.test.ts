import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import { answered, newSession, secondFactorRequired, sent, sessionAwaitingOtp } from "../../fixtures/session-fakes.ts";

function wait(waitSeconds: number) {
  return err<Failure>({ kind: "cool-down", waitSeconds });
}

describe("another code", () => {
  test("can be asked for two minutes after the last one, and until then the wait is told", async () => {
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

  test("can be asked for as soon as a short-lived one has run out", async () => {
    const { api, clock, session } = newSession();
    session.logins.start();
    const shortLived = ok({ channel: "sms", lifetimeMs: 30_000 } as const);
    await answered(session.logins.requestOtp("3001234567", "CO", false), api.otpRequests, shortLived);
    clock.pass(29_000);
    expect(await session.logins.resendOtp()).toEqual(wait(1));
    clock.pass(1000);
    void session.logins.resendOtp();
    expect(api.otpRequests.length).toBe(2);
  });

  test("starts the waits anew, and takes the place of the first one", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    clock.pass(120_000);
    const bySms = ok({ channel: "sms", lifetimeMs: 300_000 } as const);
    await answered(session.logins.resendOtp(), api.otpRequests, bySms);
    const nowMs = clock.monotonicMs();
    expect(session.state.login).toMatchObject({
      step: "otp",
      channel: "sms",
      otpExpiresAtMs: nowMs + 300_000,
      resendFromMs: nowMs + 120_000,
    });
    expect(await session.logins.resendOtp()).toEqual(wait(120));
  });

  test("is not a matter of the time of day, which may be set meanwhile", async () => {
    const { clock, session } = await sessionAwaitingOtp();
    clock.setTimeOfDay(clock.nowMs() + 365 * 86_400_000);
    expect(await session.logins.resendOtp()).toEqual(wait(120));
    clock.setTimeOfDay(0);
    expect(await session.logins.resendOtp()).toEqual(wait(120));
  });

  test("waits as long as Verifik says when it refuses one, and the code that was sent stays good", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    const { login } = session.state;
    clock.pass(120_000);
    expect(await answered(session.logins.resendOtp(), api.otpRequests, wait(45))).toEqual(wait(45));
    expect(session.state.login).toEqual({ ...login, resendFromMs: clock.monotonicMs() + 45_000 });
    expect(await session.logins.resendOtp()).toEqual(wait(45));
    expect(api.otpRequests.length).toBe(2);
  });

  test("that could not be sent leaves the first one good, and can be asked for again", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    clock.pass(120_000);
    const before = session.state;
    await answered(session.logins.resendOtp(), api.otpRequests, err({ kind: "timed-out" }));
    expect(session.state).toEqual(before);
    void session.logins.resendOtp();
    expect(api.otpRequests.length).toBe(3);
  });

  test("asked for at the second factor begins with the first code again", async () => {
    const { api, clock, session } = await sessionAwaitingOtp();
    await answered(session.logins.confirmOtp("123456"), api.confirmations, secondFactorRequired);
    clock.pass(120_000);
    await answered(session.logins.resendOtp(), api.otpRequests, sent);
    expect(session.state.login).toMatchObject({ step: "otp", secondFactor: undefined });
  });
});

test("a cool-down at the first request leaves the person with the number, and with what Verifik said", async () => {
  const { api, session } = newSession();
  session.logins.start();
  expect(await answered(session.logins.requestOtp("3001234567", "CO", false), api.otpRequests, wait(90))).toEqual(
    wait(90),
  );
  expect(session.state.login).toEqual({ step: "phone" });
});
