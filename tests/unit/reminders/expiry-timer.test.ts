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
  let alarm: { readonly ms: number; readonly ring: () => void } | undefined;
  let wake: (() => void) | undefined;
  const onBoundary = vi.fn();
  const stop = startExpiryTimer(
    session,
    settings,
    clock,
    {
      set: (ms, ring) => {
        alarm = { ms, ring };
        return () => {
          alarm = undefined;
        };
      },
      onWake: (listener) => {
        wake = listener;
        return () => {
          wake = undefined;
        };
      },
    },
    { nextInMs: () => renewalInMs },
    onBoundary,
  );
  const ringAfter = (ms: number) => {
    clock.pass(ms);
    alarm?.ring();
  };
  return { session, stop, onBoundary, ringAfter, setFor: () => alarm?.ms ?? Number.NaN, wake: () => wake?.() };
}

test("the timer rings when the automatic renewal is due, if nothing comes before, and within the hour", async () => {
  expect((await startedTimer(7 * minuteMs)).setFor()).toBe(7 * minuteMs);
  expect((await startedTimer(2 * hourMs)).setFor()).toBe(hourMs);
  expect((await startedTimer()).setFor()).toBe(hourMs);
});

test.each([
  [0, "on-time"],
  [29_999, "on-time"],
  [30_000, "off-time"],
  [-29_999, "on-time"],
  [-30_000, "off-time"],
])("a timer that rings %i ms after its moment tells that it rang %s", async (lateMs, occasion) => {
  const { onBoundary, ringAfter, setFor } = await startedTimer();
  ringAfter(setFor() + lateMs);
  expect(onBoundary).toHaveBeenCalledExactlyOnceWith(occasion);
});

test("once stopped, neither a wake-up nor a change of the session sets the timer again", async () => {
  const { session, stop, onBoundary, setFor, wake } = await startedTimer();
  stop();
  wake();
  session.logins.start();
  expect(setFor()).toBeNaN();
  expect(onBoundary).not.toHaveBeenCalled();
});

test("a wake-up is told of at once", async () => {
  const { onBoundary, wake } = await startedTimer();
  wake();
  expect(onBoundary).toHaveBeenCalledExactlyOnceWith("woke");
});
