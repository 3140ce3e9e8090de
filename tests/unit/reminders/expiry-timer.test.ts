import { expect, test, vi } from "vitest";
import { startExpiryTimer } from "../../../domain/reminders/expiry-timer.ts";
import { defaultSettings } from "../../../domain/settings.ts";
import { loggedInSession } from "../../fixtures/session-fakes.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const settings = { settings: defaultSettings, onChanged: () => () => {} };

/** The timer of a token that was just obtained, and an alarm that the test rings. */
async function startedTimer(renewalInMs?: number) {
  const { session, clock } = await loggedInSession();
  clock.pass(10 * minuteMs);
  let alarm = { ms: Number.NaN, ring: () => {} };
  let wake = () => {};
  const onBoundary = vi.fn();
  startExpiryTimer(
    session,
    settings,
    clock,
    {
      set: (ms, ring) => {
        alarm = { ms, ring };
        return () => {};
      },
      onWake: (listener) => {
        wake = listener;
        return () => {};
      },
    },
    { nextInMs: () => renewalInMs },
    onBoundary,
  );
  const ringAfter = (ms: number) => {
    clock.pass(ms);
    alarm.ring();
  };
  return { onBoundary, ringAfter, setFor: () => alarm.ms, wake: () => wake() };
}

test("the timer rings when the automatic renewal is due, if nothing comes before, and within the hour", async () => {
  expect((await startedTimer(7 * minuteMs)).setFor()).toBe(7 * minuteMs);
  expect((await startedTimer(2 * hourMs)).setFor()).toBe(hourMs);
  expect((await startedTimer()).setFor()).toBe(hourMs);
});

test("a timer that rings in its time tells of no sleep, one that rings late does", async () => {
  const { onBoundary, ringAfter, setFor } = await startedTimer();
  ringAfter(setFor());
  expect(onBoundary).toHaveBeenLastCalledWith("on-time");
  ringAfter(setFor() + 5 * minuteMs);
  expect(onBoundary).toHaveBeenLastCalledWith("off-time");
});

test("a wake-up is told of at once", async () => {
  const { onBoundary, wake } = await startedTimer();
  wake();
  expect(onBoundary).toHaveBeenCalledExactlyOnceWith("woke");
});
