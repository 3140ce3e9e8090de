import { expect, test } from "vitest";
import { createClock } from "../../../main/system/clock.ts";

function clocks() {
  const now = { wallMs: Date.UTC(2026, 10, 28), monotonicMs: 5_000 };
  const clock = createClock({ wallMs: () => now.wallMs, monotonicMs: () => now.monotonicMs });
  return { now, clock };
}

test("elapsed time counts the computer's sleep, in which the monotonic clock stands still", () => {
  const { now, clock } = clocks();
  now.wallMs += 20 * 60_000;
  now.monotonicMs += 1_000;
  expect(clock.elapsedMs()).toBe(20 * 60_000);
});

test("elapsed time goes on when the wall clock is set back", () => {
  const { now, clock } = clocks();
  now.wallMs -= 24 * 3_600_000;
  now.monotonicMs += 60_000;
  expect(clock.elapsedMs()).toBe(60_000);
});

test("elapsed time never goes back when a wall clock that was set ahead is corrected", () => {
  const { now, clock } = clocks();
  now.wallMs += 3_600_000;
  const ahead = clock.elapsedMs();
  now.wallMs -= 3_600_000;
  now.monotonicMs += 1_000;
  expect(clock.elapsedMs()).toBe(ahead + 1_000);
});

test("elapsed time counts a sleep after the wall clock was set back", () => {
  const { now, clock } = clocks();
  now.wallMs -= 3_600_000;
  clock.elapsedMs();
  now.wallMs += 20 * 60_000;
  expect(clock.elapsedMs()).toBe(20 * 60_000);
});
