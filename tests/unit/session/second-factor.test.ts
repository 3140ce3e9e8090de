import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import {
  answered,
  confirmed,
  ended,
  secondFactorRequired,
  sessionAwaitingOtp,
  tokenOf,
} from "../../fixtures/session-fakes.ts";

const done = ok(undefined);

describe("a second factor", () => {
  async function reached() {
    const test = await sessionAwaitingOtp();
    expect(
      await answered(test.session.logins.confirmOtp("012345"), test.api.confirmations, secondFactorRequired),
    ).toEqual(done);
    return test;
  }

  test("is requested, and both codes are sent together", async () => {
    const test = await reached();
    const { api, session, vault } = test;
    expect(session.state.login).toMatchObject({ step: "authenticator" });
    expect(session.state.token).toEqual({ kind: "absent" });
    const confirming = session.logins.confirmAuthenticator("065 432");
    expect(api.confirmations[1]).toMatchObject({ otp: "012345", authenticatorOtp: "065432" });
    expect(await answered(confirming, api.confirmations, confirmed("t"))).toEqual(done);
    expect(tokenOf(test)).toBe("t");
    expect(vault.kept).toBeDefined();
  });

  test("that is wrong or malformed can be entered again without a new code by phone", async () => {
    const { api, session } = await reached();
    const before = session.state;
    expect(await session.logins.confirmAuthenticator("12345")).toEqual(err({ kind: "authenticator-malformed" }));
    const wrong = err<Failure>({ kind: "authenticator-wrong" });
    expect(await answered(session.logins.confirmAuthenticator("111111"), api.confirmations, wrong)).toEqual(wrong);
    expect(session.state).toEqual(before);
    expect(await answered(session.logins.confirmAuthenticator("222222"), api.confirmations, confirmed("t"))).toEqual(
      done,
    );
    expect(api.confirmations.map(({ otp }) => otp)).toEqual(["012345", "012345", "012345"]);
  });

  test("returns to the first code when that has expired meanwhile", async () => {
    const { api, session } = await reached();
    await answered(session.logins.confirmAuthenticator("111111"), api.confirmations, err({ kind: "otp-expired" }));
    expect(session.state.login).toMatchObject({ step: "otp", secondFactor: undefined });
    expect(await session.logins.confirmAuthenticator("111111")).toEqual(ended);
  });
});
