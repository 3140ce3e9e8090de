import { describe, expect, test } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import { countTry, type FailedTry, failedTry, lostReply, recordAfter } from "../../../domain/renewal/next-record.ts";
import { type RenewalRecord, untried } from "../../../domain/token/renewal-record.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const offline: FailedTry = { failure: "no-answer", mayHaveMinted: false };

/** Runs tries that all fail in this way, each at the moment that the one before it has set. Returns the hours between them. */
function waits(failed: FailedTry, leftMs: number, random = 0.5): { hours: number[]; record: RenewalRecord } {
  let record = untried(0);
  let nowMs = 1_000;
  const expiresAtMs = nowMs + leftMs;
  const hours: number[] = [];
  for (;;) {
    record = recordAfter(countTry(record, nowMs), failed, { nowMs, expiresAtMs, random });
    if (record.nextAtMs === undefined) return { hours, record };
    hours.push((record.nextAtMs - nowMs) / hourMs);
    nowMs = record.nextAtMs;
  }
}

test("after an outage the next try comes in an hour, then doubling to twelve, and every hour on the last day", () => {
  const { hours } = waits(offline, 10 * dayMs);
  expect(hours.slice(0, 6)).toEqual([1, 2, 4, 8, 12, 12]);
  const before = hours.findIndex((_, index) => hours.slice(0, index).reduce((sum, wait) => sum + wait, 0) >= 216);
  expect(hours.slice(before)).toEqual(new Array(23).fill(1));
});

test("waits after an outage are a fifth longer or shorter by chance", () => {
  expect(waits(offline, 3 * dayMs, 0).hours.slice(0, 3)).toEqual([0.8, 1.6, 3.2]);
  expect(waits(offline, 3 * dayMs, 1).hours.slice(0, 3)).toEqual([1.2, 2.4, 4.8]);
});

test("a longer wait that Verifik asks for counts", () => {
  expect(waits({ failure: "server-unwell", mayHaveMinted: false, retryAfterMs: 5 * hourMs }, 2 * dayMs).hours[0]).toBe(
    5,
  );
  expect(waits({ failure: "server-unwell", mayHaveMinted: false, retryAfterMs: 60_000 }, 2 * dayMs).hours[0]).toBe(1);
});

test.each(["refused", "forbidden"] as const)(
  "after a try that ends with %s there are two more, a day apart",
  (failure) => {
    const { hours, record } = waits({ failure, mayHaveMinted: false }, 10 * dayMs);
    expect(hours).toEqual([24, 24]);
    expect(record.failure).toBe(failure === "forbidden" ? "token-rejected" : failure);
  },
);

test("a token that Verifik rejects is not tried again", () => {
  expect(waits({ failure: "token-rejected", mayHaveMinted: false }, 10 * dayMs).hours).toEqual([]);
});

test.each(["no-answer", "not-stored", "no-longer-life"] as const)(
  "after three tokens that were minted and did not stay (%s) there is no further try",
  (failure) => {
    const { hours, record } = waits({ failure, mayHaveMinted: true }, 10 * dayMs);
    // The third is kept for the last day.
    expect(hours).toEqual([24, 8 * 24]);
    expect(record).toMatchObject({ minted: 3, tries: 3, nextAtMs: undefined });
  },
);

test("after an answer that was lost on the last day the next try comes in an hour", () => {
  expect(waits(lostReply, 20 * hourMs).hours).toEqual([1, 1]);
});

test("no try is planned for after the expiry", () => {
  expect(waits(offline, hourMs).hours).toEqual([]);
  expect(waits({ failure: "refused", mayHaveMinted: false }, dayMs).hours).toEqual([]);
});

describe("what a failed call means", () => {
  test.each<[Failure, FailedTry]>([
    [
      { kind: "token-rejected", status: 401 },
      { failure: "token-rejected", mayHaveMinted: false },
    ],
    [
      { kind: "token-rejected", status: 403 },
      { failure: "forbidden", mayHaveMinted: false },
    ],
    [{ kind: "credits-exhausted" }, { failure: "refused", mayHaveMinted: false }],
    [
      { kind: "request-refused", status: 400, detail: undefined },
      { failure: "refused", mayHaveMinted: false },
    ],
    [{ kind: "renewal-not-stored" }, { failure: "not-stored", mayHaveMinted: true }],
    [{ kind: "timed-out" }, { failure: "no-answer", mayHaveMinted: true }],
    [{ kind: "response-unreadable" }, { failure: "no-answer", mayHaveMinted: true }],
    [
      { kind: "unreachable", reason: "other" },
      { failure: "no-answer", mayHaveMinted: true },
    ],
    [
      { kind: "unreachable", reason: "offline" },
      { failure: "no-answer", mayHaveMinted: false },
    ],
    [{ kind: "redirect-refused" }, { failure: "no-answer", mayHaveMinted: false }],
    [
      { kind: "server-unwell", status: 503 },
      { failure: "server-unwell", mayHaveMinted: false },
    ],
    [
      { kind: "server-unwell", status: 503, retryAfterSeconds: 9 },
      { failure: "server-unwell", mayHaveMinted: false, retryAfterMs: 9_000 },
    ],
    ...[500, 502, 504, 520, 524].map((status): [Failure, FailedTry] => [
      { kind: "server-unwell", status },
      { failure: "server-unwell", mayHaveMinted: true },
    ]),
    [
      { kind: "unreachable", reason: "no-connection" },
      { failure: "no-answer", mayHaveMinted: false },
    ],
    [
      { kind: "too-many-requests", waitSeconds: 9 },
      { failure: "too-many-requests", mayHaveMinted: false, retryAfterMs: 9_000 },
    ],
  ])("%j", (failure, meaning) => expect(failedTry(failure)).toEqual(meaning));
});
