import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import {
  account,
  answered,
  confirmed,
  loggedInSession,
  newSession,
  sent,
  tokenOf,
} from "../../fixtures/session-fakes.ts";

describe("checking the token", () => {
  const rejection = err<Failure>({ kind: "token-rejected" });

  test("tells that Verifik takes it, until the next thing happens", async () => {
    const { api, session } = await loggedInSession();
    const checked = session.checkToken();
    expect(api.checks.map(({ bearerToken }) => bearerToken)).toEqual(["token-1"]);
    api.checks[0]?.answer(ok(account));
    expect(await checked).toEqual(ok(undefined));
    expect(session.state).toMatchObject({ news: { kind: "token-accepted" }, account });
    session.logins.start();
    expect(session.state).toMatchObject({ news: undefined, account });
  });

  test("marks a rejected one, for the next start too, and deletes nothing", async () => {
    const test = await loggedInSession();
    const { api, session, vault } = test;
    const checked = session.checkToken();
    api.checks[0]?.answer(rejection);
    expect(await checked).toEqual(rejection);
    expect(session.state).toMatchObject({ token: { kind: "kept", token: { rejected: true } }, news: undefined });
    expect(vault.kept?.rejected).toBe(true);
    expect(tokenOf(test)).toBe("token-1");

    const again = session.checkToken();
    api.checks[1]?.answer(ok(account));
    await again;
    expect(vault.kept?.rejected).toBe(false);
  });

  test("marks nothing when there was no answer", async () => {
    const { api, session, vault } = await loggedInSession();
    const checked = session.checkToken();
    api.checks[0]?.answer(err({ kind: "timed-out" }));
    expect(await checked).toEqual(err({ kind: "timed-out" }));
    expect(vault.kept?.rejected).toBe(false);
  });

  test("leaves a newer token alone", async () => {
    const { api, session, vault } = await loggedInSession();
    const checked = session.checkToken();
    session.logOut();
    api.checks[0]?.answer(rejection);
    expect(await checked).toEqual(ok(undefined));
    expect(session.state.token.kind).toBe("absent");
    expect(vault.kept).toBeUndefined();
  });

  test("asks for a newer token although an older one's answer is not there yet", async () => {
    const { api, session } = await loggedInSession();
    void session.checkToken();
    session.logins.start();
    await answered(session.logins.requestOtp("3107654321", "CO", false), api.otpRequests, sent);
    await answered(session.logins.confirmOtp("123456"), api.confirmations, confirmed("newer"));
    const checked = session.checkToken();
    expect(api.checks.map(({ bearerToken }) => bearerToken)).toEqual(["token-1", "newer"]);
    api.checks[1]?.answer(ok(account));
    expect(await checked).toEqual(ok(undefined));
    api.checks[0]?.answer(rejection);
    await new Promise(setImmediate);
    expect(session.state).toMatchObject({ token: { token: { rejected: false } }, news: { kind: "token-accepted" } });
  });

  test("needs one", async () => {
    const { api, session } = newSession();
    expect(await session.checkToken()).toEqual(err({ kind: "no-token" }));
    expect(api.checks).toEqual([]);
  });
});
