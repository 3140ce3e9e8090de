import { expect, test } from "vitest";
import { type TokenStatus, tokenStatus, tokenStatusChangesInMs } from "../../../domain/token/bearer-token.ts";

const expiresAtMs = Date.UTC(2026, 10, 21);
const dayMs = 24 * 60 * 60 * 1000;

test.each<[string, number, TokenStatus]>([
  ["30 days", 30 * dayMs, "valid"],
  ["a moment over 7 days", 7 * dayMs + 1, "valid"],
  ["exactly 7 days", 7 * dayMs, "expires-soon"],
  ["a moment", 1, "expires-soon"],
  ["nothing", 0, "expired"],
  ["less than nothing", -dayMs, "expired"],
])("a token with %s left has the right status", (_left, remainingMs, status) => {
  expect(tokenStatus({ expiresAtMs }, expiresAtMs - remainingMs)).toBe(status);
});

test("the time until the status changes leads to each later status and then ends", () => {
  const seen: TokenStatus[] = [];
  let nowMs = expiresAtMs - 30 * dayMs;
  for (;;) {
    seen.push(tokenStatus({ expiresAtMs }, nowMs));
    const waitMs = tokenStatusChangesInMs({ expiresAtMs }, nowMs);
    if (waitMs === undefined) break;
    expect(tokenStatus({ expiresAtMs }, nowMs + waitMs - 1)).toBe(seen.at(-1));
    nowMs += waitMs;
  }
  expect(seen).toEqual(["valid", "expires-soon", "expired"]);
});
