import { expect, test } from "vitest";
import { readFailure } from "../../../main/verifik/failures.ts";

const nowMs = Date.UTC(2024, 4, 29, 3, 41, 27);

function waitSeconds(retryAfter: string | null): unknown {
  const failure = readFailure(429, undefined, retryAfter, nowMs);
  return failure.kind === "too-many-requests" && failure.waitSeconds;
}

test.each([
  ["30", 30],
  [" 30 ", 30],
  ["1", 1],
  ["86400", 86_400],
  ["Wed, 29 May 2024 03:42:12 GMT", 45],
  ["2024-05-29T03:41:27.500Z", 1],
])("Retry-After: %s is a wait of %i seconds", (retryAfter, seconds) => {
  expect(waitSeconds(retryAfter)).toBe(seconds);
});

test.each([
  null,
  "",
  " ",
  "0",
  "soon",
  "-5",
  "1.5",
  "1e3",
  "Infinity",
  "86401",
  "99999999999999999999",
  "Wed, 29 May 2024 03:41:27 GMT",
  "Wed, 29 May 2024 03:40:00 GMT",
  "Fri, 29 May 2026 03:41:27 GMT",
])("Retry-After: %s is implausible, so the wait is Verifik's two minutes", (retryAfter) => {
  expect(waitSeconds(retryAfter)).toBe(120);
});

test("a server that is unwell may name its wait; without a plausible one there is none", () => {
  expect(readFailure(503, undefined, "17", nowMs)).toEqual({
    kind: "server-unwell",
    status: 503,
    retryAfterSeconds: 17,
  });
  expect(readFailure(503, undefined, "86401", nowMs)).toStrictEqual({ kind: "server-unwell", status: 503 });
});

test("the cool-down after a code takes its wait from the header too", () => {
  const body = { code: "Conflict", message: "otp_recently_sent" };
  expect(readFailure(409, body, "17", nowMs)).toEqual({ kind: "cool-down", waitSeconds: 17 });
});
