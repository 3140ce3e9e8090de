import { describe, expect, test } from "vitest";
import type { Failure } from "../../main/domain/failure.ts";
import { failed, success } from "../../main/domain/result.ts";
import { answered, confirmed, newSession, sent } from "./session-fakes.ts";

const phone = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" };

async function logIn(remember: boolean) {
  const test = newSession();
  test.session.logins.start();
  await answered(test.session.logins.requestOtp("300 123 4567", "CO", remember), test.api.otpRequests, sent);
  await answered(test.session.logins.confirmOtp("123456"), test.api.confirmations, confirmed("t"));
  return test;
}

describe("the number of a login", () => {
  test("is remembered for the next one if that is wanted, once the login has succeeded", async () => {
    const { numbers, session } = await logIn(true);
    expect(numbers.remembered).toEqual(phone);
    expect(session.state.rememberedNumber).toEqual(phone);
  });

  test("is remembered by no login that fails", async () => {
    const { api, numbers, session } = newSession();
    session.logins.start();
    await answered(session.logins.requestOtp("3001234567", "CO", true), api.otpRequests, sent);
    await answered(session.logins.confirmOtp("123456"), api.confirmations, failed({ kind: "otp-wrong" }));
    expect(numbers.remembered).toBeUndefined();
  });

  test("is not remembered if that is not wanted, and what was before is forgotten", async () => {
    const { api, numbers, session } = await logIn(true);
    session.logOut();
    session.logins.start();
    expect(session.state.rememberedNumber).toEqual(phone);
    await answered(session.logins.requestOtpAgain(false), api.otpRequests, sent);
    expect(api.otpRequests.at(-1)?.phone).toEqual(phone);
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t2"));
    expect(numbers.remembered).toBeUndefined();
    expect(session.state.rememberedNumber).toBeUndefined();
  });

  test("that the disk does not forget stays shown, which is said beside the login's success", async () => {
    const { api, numbers, session } = await logIn(true);
    numbers.removal = failed<Failure>({ kind: "number-not-forgotten" });
    session.logins.start();
    await answered(session.logins.requestOtpAgain(false), api.otpRequests, sent);
    const done = await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t2"));
    expect(done).toEqual(success(undefined));
    expect(session.state).toMatchObject({
      rememberedNumber: phone,
      token: { kind: "kept" },
      login: { step: "idle" },
      news: { kind: "failed", failure: { kind: "number-not-forgotten" } },
    });
  });

  test("of an earlier run is there after loading, and needs no typing", async () => {
    const { api, numbers, session } = newSession();
    numbers.remembered = phone;
    await session.load();
    session.logins.start();
    expect(await answered(session.logins.requestOtpAgain(true), api.otpRequests, sent)).toEqual(success(undefined));
    expect(session.state.login).toMatchObject({ step: "otp", phone });
  });

  test("cannot be used where there is none", async () => {
    const { api, session } = newSession();
    session.logins.start();
    expect(await session.logins.requestOtpAgain(true)).toEqual(failed({ kind: "phone-invalid", reason: "empty" }));
    expect(api.otpRequests).toEqual([]);
  });
});
