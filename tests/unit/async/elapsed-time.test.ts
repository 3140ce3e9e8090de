import { expect, test } from "vitest";
import { createElapsedTime } from "../../../domain/async/elapsed-time.ts";

function clocks() {
  const now = { wallMs: Date.UTC(2026, 10, 28), monotonicMs: 5_000 };
  const elapsedMs = createElapsedTime({ wallMs: () => now.wallMs, monotonicMs: () => now.monotonicMs });
  const startedMs = elapsedMs();
  return { now, sinceStartMs: () => elapsedMs() - startedMs };
}

test("elapsed time counts the computer's sleep, in which the monotonic clock stands still", () => {
  const { now, sinceStartMs } = clocks();
  now.wallMs += 20 * 60_000;
  now.monotonicMs += 1_000;
  expect(sinceStartMs()).toBe(20 * 60_000);
});

test("elapsed time goes on when the wall clock is set back", () => {
  const { now, sinceStartMs } = clocks();
  now.wallMs -= 24 * 3_600_000;
  now.monotonicMs += 60_000;
  expect(sinceStartMs()).toBe(60_000);
});

test("elapsed time never goes back when a wall clock that was set ahead is corrected", () => {
  const { now, sinceStartMs } = clocks();
  now.wallMs += 3_600_000;
  expect(sinceStartMs()).toBe(3_600_000);
  now.wallMs -= 3_600_000;
  now.monotonicMs += 1_000;
  expect(sinceStartMs()).toBe(3_601_000);
});

test("elapsed time counts a sleep after the wall clock was set back", () => {
  const { now, sinceStartMs } = clocks();
  now.wallMs -= 3_600_000;
  sinceStartMs();
  now.wallMs += 20 * 60_000;
  expect(sinceStartMs()).toBe(20 * 60_000);
});

test("elapsed time is as fast as the monotonic clock, however often it is read", () => {
  const { now, sinceStartMs } = clocks();
  const wallStartMs = now.wallMs;
  for (let readings = 1; readings <= 10_000; readings += 1) {
    now.monotonicMs += 0.1;
    // The wall clock has whole milliseconds.
    now.wallMs = wallStartMs + Math.floor(readings / 10);
    sinceStartMs();
  }
  expect(sinceStartMs()).toBeCloseTo(1_000);
});
