import { expect, test } from "vitest";
import { timeLeft, timeLeftChangesInMs } from "../../../domain/token/time-left.ts";
import { seededRandom } from "../../fixtures/seeded-random.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

test.each([
  [30 * dayMs, "30 day"],
  [30 * dayMs - 1, "29 day"],
  [2 * dayMs - 1, "1 day"],
  [dayMs, "1 day"],
  [dayMs - 1, "23 hour"],
  [2 * hourMs, "2 hour"],
  [2 * hourMs - 1, "1 hour"],
  [hourMs, "1 hour"],
  [hourMs - 1, "59 minute"],
  [minuteMs, "1 minute"],
  [minuteMs - 1, "0 minute"],
  [1, "0 minute"],
  [0, "0 minute"],
  [-dayMs, "0 minute"],
])("%i ms are shown as %s, never as more than is left", (remainingMs, expected) => {
  const { unit, count } = timeLeft(remainingMs);
  expect(`${count} ${unit}`).toBe(expected);
});

/** The text that a person sees. At 0 it is no longer "less than a minute". */
function told(remainingMs: number): string {
  const { unit, count } = timeLeft(remainingMs);
  return remainingMs <= 0 ? "nothing" : `${count} ${unit}`;
}

test("the answer changes after exactly the returned wait, and not a millisecond earlier", () => {
  const random = seededRandom(1);
  for (let round = 0; round < 200; round += 1) {
    // Covers short and long times equally.
    let remainingMs = Math.floor(31 * dayMs * random() ** 4);
    let steps = 0;
    for (;;) {
      const waitMs = timeLeftChangesInMs(remainingMs);
      if (waitMs === undefined) break;
      expect(waitMs).toBeGreaterThan(0);
      const before = told(remainingMs);
      if (told(remainingMs - waitMs + 1) !== before) expect.fail(`${remainingMs} ms: late by the answer ${waitMs}`);
      if (told(remainingMs - waitMs) === before) expect.fail(`${remainingMs} ms: early by the answer ${waitMs}`);
      remainingMs -= waitMs;
      steps += 1;
    }
    expect(remainingMs).toBe(0);
    expect(steps).toBeLessThanOrEqual(31 + 24 + 60 + 1);
  }
});

test("there is no wait once the time is over", () => {
  expect(timeLeftChangesInMs(0)).toBeUndefined();
  expect(timeLeftChangesInMs(-1)).toBeUndefined();
});
