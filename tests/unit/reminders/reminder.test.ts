import { describe, expect, test } from "vitest";
import {
  daysOffset,
  dueReminder,
  fixedOffsets,
  nextReminderInMs,
  type ReminderOffset,
} from "../../../domain/token/reminder.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const expiresAtMs = Date.UTC(2026, 11, 21);

function lifeOf(lifetimeMs: number, remindersDone: readonly ReminderOffset[] = []) {
  return { obtainedAtMs: expiresAtMs - lifetimeMs, expiresAtMs, remindersDone, rejected: false };
}

function dueWith(
  remainingMs: number,
  life = lifeOf(30 * dayMs),
  offsets: readonly ReminderOffset[] = fixedOffsets,
): readonly ReminderOffset[] {
  return dueReminder(life, offsets, expiresAtMs - remainingMs)?.offsets ?? [];
}

describe("a token of 30 days", () => {
  test.each<[string, number, readonly ReminderOffset[], ReminderOffset]>([
    ["7 days", 7 * dayMs, [], "7-days"],
    ["1 day", dayMs, ["7-days"], "1-day"],
    ["1 hour", hourMs, ["7-days", "1-day"], "1-hour"],
    ["nothing", 0, ["7-days", "1-day", "1-hour"], "expiry"],
  ])("has one reminder when %s is left, and not a millisecond earlier", (_left, remainingMs, done, offset) => {
    const life = lifeOf(30 * dayMs, done);
    expect(dueWith(remainingMs + 1, life)).toEqual([]);
    expect(dueWith(remainingMs, life)).toEqual([offset]);
    expect(dueWith(remainingMs, lifeOf(30 * dayMs, [...done, offset]))).toEqual([]);
  });

  test("has one reminder for all that were missed during sleep", () => {
    expect(dueWith(30 * minuteMs)).toEqual(["7-days", "1-day", "1-hour"]);
    expect(dueWith(-dayMs)).toEqual(["7-days", "1-day", "1-hour", "expiry"]);
    expect(dueWith(-dayMs, lifeOf(30 * dayMs, ["7-days"]))).toEqual(["1-day", "1-hour", "expiry"]);
  });

  test("has no reminder left after the one for its expiry", () => {
    const life = lifeOf(30 * dayMs, ["7-days", "1-day", "1-hour", "expiry"]);
    expect(dueWith(-365 * dayMs, life)).toEqual([]);
    expect(nextReminderInMs(life, fixedOffsets, expiresAtMs + dayMs)).toBeUndefined();
  });
});

describe("an offset before the token was obtained is never due", () => {
  test.each<[string, number, readonly ReminderOffset[]]>([
    ["exactly 7 days", 7 * dayMs, ["1-day", "1-hour", "expiry"]],
    ["2 days", 2 * dayMs, ["1-day", "1-hour", "expiry"]],
    ["half an hour", 30 * minuteMs, ["expiry"]],
    ["seconds", 5000, ["expiry"]],
    ["no time at all", 0, []],
    ["a time that was over when it came", -1000, []],
  ])("for a token that lasts %s", (_lifetime, lifetimeMs, offsets) => {
    expect(dueWith(-dayMs, lifeOf(lifetimeMs))).toEqual(offsets);
  });
});

describe("a token that was expired on receipt", () => {
  const life = { ...lifeOf(0), obtainedAtMs: expiresAtMs + 365 * dayMs };

  test("has no due reminder until the clock, which is ahead, is corrected; then all are due", () => {
    expect(dueReminder(life, fixedOffsets, life.obtainedAtMs + dayMs)).toBeUndefined();
    expect(dueWith(8 * dayMs, life)).toEqual([]);
    expect(nextReminderInMs(life, fixedOffsets, expiresAtMs - 8 * dayMs)).toBe(dayMs);
    expect(dueWith(7 * dayMs, life)).toEqual(["7-days"]);
  });
});

describe("the time until the next reminder", () => {
  test.each<[string, number, readonly ReminderOffset[], number]>([
    ["counts to the first offset", 30 * dayMs, [], 23 * dayMs],
    ["counts to the next offset, also while one is due", 6 * dayMs, [], 5 * dayMs],
    ["counts to the offset after the ones that are done", 6 * dayMs, ["7-days"], 5 * dayMs],
  ])("%s", (_what, remainingMs, done, waitMs) => {
    expect(nextReminderInMs(lifeOf(30 * dayMs, done), fixedOffsets, expiresAtMs - remainingMs)).toBe(waitMs);
  });
});

describe("the enabled offsets", () => {
  test("are the only ones with reminders", () => {
    expect(dueWith(0, undefined, ["1-day", "expiry"])).toEqual(["1-day", "expiry"]);
    expect(dueWith(-dayMs, undefined, [])).toEqual([]);
    expect(nextReminderInMs(lifeOf(30 * dayMs), ["expiry"], expiresAtMs - 10 * dayMs)).toBe(10 * dayMs);
    expect(nextReminderInMs(lifeOf(30 * dayMs), [], expiresAtMs - 10 * dayMs)).toBeUndefined();
  });

  test("may have any order", () => {
    expect(nextReminderInMs(lifeOf(30 * dayMs), ["expiry", "1-hour", "7-days"], expiresAtMs - 8 * dayMs)).toBe(dayMs);
  });

  test.each([2, 14, 365])("may be a custom number of days: %i", (days) => {
    const life = lifeOf(400 * dayMs);
    const offsets = [daysOffset(days), "expiry"] as const;
    expect(nextReminderInMs(life, offsets, expiresAtMs - days * dayMs - 1)).toBe(1);
    expect(dueWith(days * dayMs + 1, life, offsets)).toEqual([]);
    expect(dueWith(days * dayMs, life, offsets)).toEqual([`${days}-days`]);
    expect(dueWith(days * dayMs, lifeOf(400 * dayMs, [daysOffset(days)]), offsets)).toEqual([]);
  });

  test("use the fixed names for custom 1 or 7 days, so that neither comes twice", () => {
    expect([daysOffset(1), daysOffset(7)]).toEqual(["1-day", "7-days"]);
  });
});

test("a token that Verifik refuses has no reminders", () => {
  const refused = { ...lifeOf(30 * dayMs), rejected: true };
  expect(dueReminder(refused, fixedOffsets, refused.expiresAtMs)).toBeUndefined();
  expect(nextReminderInMs(refused, fixedOffsets, refused.obtainedAtMs)).toBeUndefined();
});
