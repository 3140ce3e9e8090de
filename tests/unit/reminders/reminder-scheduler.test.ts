import { expect, test, vi } from "vitest";
import type { KeptToken, ReminderDesktop } from "../../../domain/ports.ts";
import { copiedToken, createReminderScheduler, presentToken } from "../../../domain/reminders/reminder-scheduler.ts";
import { ok } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { defaultSettings } from "../../../domain/settings.ts";
import type { CopiedToken } from "../../../domain/token/copied-token.ts";
import { answered, loggedInSession, logIn, stored } from "../../fixtures/session-fakes.ts";

const dayMs = 24 * 60 * 60 * 1000;
const noRenewal = { silencesReminders: () => false, isRejectionUntold: () => false, markRejectionTold: () => {} };
const settings = { settings: defaultSettings, onChanged: () => () => {} };

/** A token of 30 days, of which 25 have passed, and a desktop that the test answers for. */
async function dueReminder() {
  const started = await loggedInSession();
  started.clock.pass(25 * dayMs);
  const desktop = {
    isReady: vi.fn<ReminderDesktop["isReady"]>(async () => true),
    showReminder: vi.fn<ReminderDesktop<unknown>["showReminder"]>(async () => true),
    withdrawReminder: vi.fn(),
  };
  const check = createReminderScheduler<KeptToken>(
    presentToken(noRenewal),
    started.session,
    settings,
    started.clock,
    desktop,
  );
  const done = () => {
    const { token } = started.session.state;
    return token.kind === "kept" ? token.token.remindersDone : undefined;
  };
  return { ...started, desktop, check, done };
}

test("a reminder that the desktop refuses stays due, and comes at a later check", async () => {
  const { desktop, check, done } = await dueReminder();
  desktop.showReminder.mockResolvedValueOnce(false);
  await check();
  expect(done()).toEqual([]);
  await check();
  expect(done()).toEqual(["7-days"]);
  await check();
  expect(desktop.showReminder).toHaveBeenCalledTimes(2);
});

test("a reminder that fails with an error stays due, and comes at a later check", async () => {
  const { desktop, check, done } = await dueReminder();
  desktop.showReminder.mockRejectedValueOnce(new Error("broken icon"));
  await expect(check()).rejects.toThrow("broken icon");
  expect(done()).toEqual([]);
  await check();
  expect(done()).toEqual(["7-days"]);
});

test("checks while the desktop is silent show a reminder once, and count once it answers", async () => {
  const { desktop, check, done } = await dueReminder();
  let answer = (_isReady: boolean) => {};
  desktop.isReady.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const checks = [check(), check(), check()];
  answer(false);
  await Promise.all(checks);
  await stored();
  expect(desktop.showReminder).toHaveBeenCalledTimes(1);
  expect(done()).toEqual(["7-days"]);
});

test("a reminder that comes after another login is not counted for the new token", async () => {
  const { desktop, check, done, ...started } = await dueReminder();
  let answer = (_shown: boolean) => {};
  desktop.showReminder.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
  const checked = check();
  await stored();
  await logIn(started, "3001234567", "token-2");
  expect(desktop.withdrawReminder).toHaveBeenCalledTimes(1);
  answer(true);
  await checked;
  expect(done()).toEqual([]);
});

test("after a renewal the copied token is reminded of, until a newer one is copied", async () => {
  const { desktop, session, clock, api } = await dueReminder();
  const copy = () => {
    const usable = session.tokens.usable();
    if (usable.ok) session.copies.noteCopy(usable.value.token);
  };
  copy();
  const check = createReminderScheduler<CopiedToken>(copiedToken, session, settings, clock, desktop);
  clock.pass(4 * dayMs);
  await check();
  // The present token's own reminder speaks for the copy.
  expect(desktop.showReminder).not.toHaveBeenCalled();
  await answered(session.renewToken(1), api.renewals, ok(new Secret("newer")));
  await check();
  expect(desktop.showReminder).toHaveBeenCalledTimes(1);
  expect(session.state.copied?.remindersDone).toEqual(["1-day"]);
  expect(session.state.token).toMatchObject({ token: { remindersDone: [] } });
  copy();
  expect(desktop.withdrawReminder).toHaveBeenCalledTimes(1);
});
