import { expect, test } from "vitest";
import { plannedRenewalAtMs } from "../../../domain/renewal/renewal-plan.ts";

const dayMs = 24 * 60 * 60 * 1000;
const startMs = Date.UTC(2026, 10, 21);

/** Days of its life that have passed at the planned moment of each of a thousand tokens. */
function plannedDays(lifeDays: number): number[] {
  return Array.from({ length: 1_000 }, (_, number) => {
    const obtainedAtMs = startMs + number * 7_919;
    const atMs = plannedRenewalAtMs({ obtainedAtMs, expiresAtMs: obtainedAtMs + lifeDays * dayMs });
    return ((atMs ?? Number.NaN) - obtainedAtMs) / dayMs;
  });
}

test("a token is renewed at two thirds of its life, three per cent of it sooner or later", () => {
  const days = plannedDays(21);
  expect(Math.min(...days)).toBeGreaterThan(21 * (2 / 3 - 0.03) - 0.01);
  expect(Math.max(...days)).toBeLessThan(21 * (2 / 3 + 0.03) + 0.01);
  expect(Math.max(...days) - Math.min(...days)).toBeGreaterThan(21 * 0.05);
  expect(new Set(days).size).toBeGreaterThan(900);
});

test("a token is never renewed by itself while it has more than ten days left", () => {
  expect(Math.min(...plannedDays(30))).toBeGreaterThanOrEqual(20);
  expect(new Set(plannedDays(365).map((days) => Math.round(days * 1_000)))).toEqual(new Set([355_000]));
});

test("a token that lives less than two days, or came with a wrong clock, is never renewed by itself", () => {
  for (const lifeMs of [-dayMs, 0, 2 * dayMs - 1]) {
    expect(plannedRenewalAtMs({ obtainedAtMs: startMs, expiresAtMs: startMs + lifeMs })).toBeUndefined();
  }
  expect(plannedRenewalAtMs({ obtainedAtMs: startMs, expiresAtMs: startMs + 2 * dayMs })).toBeDefined();
});
