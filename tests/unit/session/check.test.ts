import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { err, ok } from "../../../domain/result.ts";
import { account, loggedInSession, logIn, newSession, tokenOf } from "../../fixtures/session-fakes.ts";

describe("checking the token", () => {
  const rejection = err<Failure>({ kind: "token-rejected", status: 401 });

  test("reports that Verifik accepts the token, until the next action", async () => {
    const { api, session } = await loggedInSession();
    const checked = session.checkToken();
    expect(api.checks.map(({ bearerToken }) => bearerToken)).toEqual(["token-1"]);
    api.checks[0]?.answer(ok(account));
    expect(await checked).toEqual(ok(undefined));
    expect(session.state).toMatchObject({ news: { kind: "token-accepted" }, account });
    session.logins.start();
    expect(session.state).toMatchObject({ news: undefined, account });
  });

  test("marks a rejected token, also for the next start, and deletes nothing", async () => {
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

  test("marks nothing without an answer", async () => {
    const { api, session, vault } = await loggedInSession();
    const checked = session.checkToken();
    api.checks[0]?.answer(err({ kind: "timed-out" }));
    expect(await checked).toEqual(err({ kind: "timed-out" }));
    expect(vault.kept?.rejected).toBe(false);
  });

  test("does not mark a newer token", async () => {
    const { api, session, vault } = await loggedInSession();
    const checked = session.checkToken();
    session.logOut();
    api.checks[0]?.answer(rejection);
    expect(await checked).toEqual(ok(undefined));
    expect(session.state.token.kind).toBe("absent");
    expect(vault.kept).toBeUndefined();
  });

  test("checks a newer token while the check of an older one is still running", async () => {
    const { api, session } = await loggedInSession();
    void session.checkToken();
    await logIn({ api, session }, "3107654321", "newer");
    const checked = session.checkToken();
    expect(api.checks.map(({ bearerToken }) => bearerToken)).toEqual(["token-1", "newer"]);
    api.checks[1]?.answer(ok(account));
    expect(await checked).toEqual(ok(undefined));
    api.checks[0]?.answer(rejection);
    await new Promise(setImmediate);
    expect(session.state).toMatchObject({ token: { token: { rejected: false } }, news: { kind: "token-accepted" } });
  });

  test("requires a token", async () => {
    const { api, session } = newSession();
    expect(await session.checkToken()).toEqual(err({ kind: "no-token" }));
    expect(api.checks).toEqual([]);
  });
});
