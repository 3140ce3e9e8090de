import { describe, expect, test } from "vitest";
import { lifeMs, tickAt, ticksFor } from "../../../renderer/state/ruler.ts";

const dayMs = 24 * 60 * 60 * 1000;
const thirtyDaysMs = 30 * dayMs;

describe("the ruler of a token of 30 days", () => {
  test.each([
    ["has all its ticks at the start", 30, { gone: 0, quarters: 4 }],
    ["keeps three quarters of the present day after a quarter of it", 29.75, { gone: 0, quarters: 3 }],
    ["keeps one quarter of the present day in its last hours", 28.01, { gone: 1, quarters: 1 }],
    ["begins the next tick as a day ends", 28, { gone: 2, quarters: 4 }],
    ["has a part of its last tick on the last day", 0.3, { gone: 29, quarters: 2 }],
    ["has none left at the end", 0, { gone: 30, quarters: 0 }],
    ["has no more than all of them after the clock was set back", 31, { gone: 0, quarters: 4 }],
  ])("%s", (_fact, daysLeft, ticks) => {
    expect(ticksFor(daysLeft * dayMs, thirtyDaysMs)).toEqual(ticks);
  });
});

test("each tick is a thirtieth of a longer token's life", () => {
  expect(ticksFor(181 * dayMs, 365 * dayMs)).toEqual({ gone: 15, quarters: 4 });
});

test("a token that came with a wrong clock gets a life of 30 days", () => {
  expect(lifeMs({ obtainedAtMs: 2, expiresAtMs: 1 })).toBe(thirtyDaysMs);
  expect(lifeMs({ obtainedAtMs: 0, expiresAtMs: 5 * dayMs })).toBe(5 * dayMs);
});

test("the dot of the renewal stands above the tick of its day", () => {
  const life = { obtainedAtMs: 2 * dayMs, expiresAtMs: 32 * dayMs };
  expect([2, 2.9, 22, 31.9].map((day) => tickAt(day * dayMs, life))).toEqual([0, 0, 20, 29]);
  expect([1.9, 32].map((day) => tickAt(day * dayMs, life))).toEqual([undefined, undefined]);
});
