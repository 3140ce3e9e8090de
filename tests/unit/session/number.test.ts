import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import { answered, confirmed, newSession, sent, stored } from "../../fixtures/session-fakes.ts";

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
    await answered(session.logins.confirmOtp("123456"), api.confirmations, err({ kind: "otp-wrong" }));
    expect(numbers.remembered).toBeUndefined();
  });

  test("that is typed and not to be remembered takes the place of the one before, which is forgotten", async () => {
    const { api, numbers, session } = await logIn(true);
    session.logOut();
    session.logins.start();
    await answered(session.logins.requestOtp("3107654321", "CO", false), api.otpRequests, sent);
    expect(numbers.remembered).toEqual(phone);
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t2"));
    expect(numbers.remembered).toBeUndefined();
    expect(session.state.rememberedNumber).toBeUndefined();
  });

  test("that the disk does not forget stays shown, which is said beside the login's success", async () => {
    const { api, numbers, session } = await logIn(true);
    numbers.removal = err<Failure>({ kind: "number-not-forgotten" });
    session.logins.start();
    await answered(session.logins.requestOtp("3107654321", "CO", false), api.otpRequests, sent);
    const done = await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t2"));
    expect(done).toEqual(ok(undefined));
    expect(session.state).toMatchObject({
      rememberedNumber: phone,
      token: { kind: "kept" },
      login: { step: "idle" },
      news: { kind: "failed", failure: { kind: "number-not-forgotten" } },
    });
  });

  test("is forgotten at once when the person says so, if the disk lets it", async () => {
    const { numbers, session } = await logIn(true);
    numbers.removal = err<Failure>({ kind: "number-not-forgotten" });
    expect(session.logins.forgetNumber()).toEqual(err({ kind: "number-not-forgotten" }));
    expect(session.state.rememberedNumber).toEqual(phone);
    numbers.removal = ok(undefined);
    expect(session.logins.forgetNumber()).toEqual(ok(undefined));
    expect([numbers.remembered, session.state.rememberedNumber]).toEqual([undefined, undefined]);
  });

  test("that comes late from the keyring does not undo what was said about it meanwhile", async () => {
    const test = newSession();
    let answer = (_phone: typeof phone | undefined) => {};
    test.numbers.load = () => new Promise((resolve) => (answer = resolve));
    const loading = test.session.load();
    await stored();
    expect(test.session.logins.forgetNumber()).toEqual(ok(undefined));
    answer(phone);
    await loading;
    expect(test.session.state.rememberedNumber).toBeUndefined();
  });

  test("holds up no other login while a slow keyring remembers it", async () => {
    const { api, numbers, session } = await logIn(false);
    numbers.remember = () => new Promise(() => {});
    session.logins.start();
    await answered(session.logins.requestOtp("3001234567", "CO", true), api.otpRequests, sent);
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t2"));
    session.logins.start();
    void session.logins.requestOtp("3107654321", "CO", true);
    expect(api.otpRequests.at(-1)?.phone.nationalNumber).toBe("3107654321");
  });

  test("of an earlier run is there after loading, and needs no typing", async () => {
    const { api, numbers, session } = newSession();
    numbers.remembered = phone;
    await session.load();
    session.logins.start();
    expect(await answered(session.logins.requestOtpAgain(), api.otpRequests, sent)).toEqual(ok(undefined));
    expect(session.state.login).toMatchObject({ step: "otp", phone });
  });

  test("cannot be used where there is none", async () => {
    const { api, session } = newSession();
    session.logins.start();
    expect(await session.logins.requestOtpAgain()).toEqual(err({ kind: "phone-invalid", reason: "empty" }));
    expect(api.otpRequests).toEqual([]);
  });
});
