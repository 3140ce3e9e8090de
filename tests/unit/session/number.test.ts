import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import {
  answered,
  confirmed,
  logIn,
  newSession,
  phoneNumber,
  requestOtp,
  sent,
  stored,
} from "../../fixtures/session-fakes.ts";

const phone = { regionCode: "CO", countryCallingCode: "57", nationalNumber: "3001234567" };

async function loggedIn(remember: boolean) {
  const test = newSession();
  await logIn(test, "300 123 4567", "t", remember);
  return test;
}

describe("the number of a login", () => {
  test("is remembered after a successful login, if the person chose so", async () => {
    const { numbers, session } = await loggedIn(true);
    expect(numbers.remembered).toEqual(phone);
    expect(session.state.rememberedNumber).toEqual(phone);
  });

  test("is not remembered after a failed login", async () => {
    const { api, numbers, session } = newSession();
    await requestOtp({ api, session }, "3001234567", true);
    await answered(session.logins.confirmOtp("123456"), api.confirmations, err({ kind: "otp-wrong" }));
    expect(numbers.remembered).toBeUndefined();
  });

  test("that is not to be remembered replaces the remembered one, which is forgotten", async () => {
    const { api, numbers, session } = await loggedIn(true);
    session.logOut();
    await requestOtp({ api, session }, "3107654321");
    expect(numbers.remembered).toEqual(phone);
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t2"));
    expect(numbers.remembered).toBeUndefined();
    expect(session.state.rememberedNumber).toBeUndefined();
  });

  test("that cannot be deleted from the disk stays shown, and the login reports it", async () => {
    const { api, numbers, session } = await loggedIn(true);
    numbers.removal = err<Failure>({ kind: "number-not-forgotten" });
    await requestOtp({ api, session }, "3107654321");
    const done = await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("t2"));
    expect(done).toEqual(ok(undefined));
    expect(session.state).toMatchObject({
      rememberedNumber: phone,
      token: { kind: "kept" },
      login: { step: "idle" },
      news: { kind: "failed", failure: { kind: "number-not-forgotten" } },
    });
  });

  test("is forgotten at once on request, unless the disk refuses", async () => {
    const { numbers, session } = await loggedIn(true);
    numbers.removal = err<Failure>({ kind: "number-not-forgotten" });
    expect(session.logins.forgetNumber()).toEqual(err({ kind: "number-not-forgotten" }));
    expect(session.state.rememberedNumber).toEqual(phone);
    numbers.removal = ok(undefined);
    expect(session.logins.forgetNumber()).toEqual(ok(undefined));
    expect([numbers.remembered, session.state.rememberedNumber]).toEqual([undefined, undefined]);
  });

  test("that the keyring returns late does not undo a later choice", async () => {
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

  test("does not delay another login while a slow keyring stores it", async () => {
    const { api, numbers, session } = await loggedIn(false);
    numbers.remember = () => new Promise(() => {});
    await logIn({ api, session }, "3001234567", "t2", true);
    session.logins.start();
    void session.logins.requestOtp(phoneNumber("3107654321", "CO"), true);
    expect(api.otpRequests.at(-1)?.phone.nationalNumber).toBe("3107654321");
  });

  test("of an earlier run is available after loading", async () => {
    const { api, numbers, session } = newSession();
    numbers.remembered = phone;
    await session.load();
    session.logins.start();
    expect(await answered(session.logins.requestOtpAgain(), api.otpRequests, sent)).toEqual(ok(undefined));
    expect(session.state.login).toMatchObject({ step: "otp", phone });
  });

  test("cannot be used if none is remembered", async () => {
    const { api, session } = newSession();
    session.logins.start();
    expect(await session.logins.requestOtpAgain()).toEqual(err({ kind: "phone-invalid", reason: "empty" }));
    expect(api.otpRequests).toEqual([]);
  });
});
