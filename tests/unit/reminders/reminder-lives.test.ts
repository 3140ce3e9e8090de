import { expect, test } from "vitest";
import { defaultSettings, enabledOffsets } from "../../../domain/settings.ts";
import { dueReminder, fixedOffsets, nextReminderInMs, type ReminderOffset } from "../../../domain/token/reminder.ts";
import { seededRandom } from "../../fixtures/seeded-random.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const longestTimerMs = hourMs;

interface Reminded {
  readonly offset: ReminderOffset;
  readonly atMs: number;
  /** The last moment at which the computer was awake, up to this one. */
  readonly awakeBeforeMs: number;
}

/** The enabled reminders and their times before the expiry, the earliest first. */
function choose(random: () => number): { offset: ReminderOffset; beforeMs: number }[] {
  const reminders = { ...defaultSettings.reminders };
  for (const offset of fixedOffsets) reminders[offset] = random() < 0.7;
  const ownDays = 1 + Math.floor(40 * random());
  const ownReminder = { enabled: random() < 0.5, days: ownDays };
  const beforeMs: Record<string, number> = { [`${ownDays}-days`]: ownDays * dayMs };
  Object.assign(beforeMs, { "7-days": 7 * dayMs, "1-day": dayMs, "1-hour": hourMs, expiry: 0 });
  return enabledOffsets({ ...defaultSettings, reminders, ownReminder })
    .map((offset) => ({ offset, beforeMs: beforeMs[offset] ?? Number.NaN }))
    .sort((one, other) => other.beforeMs - one.beforeMs);
}

/** Simulates a token on a computer that sleeps, wakes and is off at random. Returns the reminders and their times. */
function live(
  random: () => number,
  lifetimeMs: number,
  chosen: readonly ReminderOffset[],
): { obtainedAtMs: number; reminded: Reminded[] } {
  const obtainedAtMs = Math.floor(random() * 1000 * dayMs);
  const reminded: Reminded[] = [];
  let remindersDone: readonly ReminderOffset[] = [];
  let nowMs = obtainedAtMs;
  let awakeBeforeMs = nowMs;
  const expiresAtMs = obtainedAtMs + lifetimeMs;
  for (;;) {
    const { offsets } = dueReminder({ obtainedAtMs, expiresAtMs, remindersDone, rejected: false }, chosen, nowMs) ?? {
      offsets: [],
    };
    reminded.push(...offsets.map((offset) => ({ offset, atMs: nowMs, awakeBeforeMs })));
    remindersDone = [...remindersDone, ...offsets];
    // One more check long after the expiry.
    if (awakeBeforeMs > expiresAtMs + dayMs) return { obtainedAtMs, reminded };
    awakeBeforeMs = nowMs;
    const life = { obtainedAtMs, expiresAtMs, remindersDone, rejected: false };
    const timerMs = Math.min(nextReminderInMs(life, chosen, nowMs) ?? longestTimerMs, longestTimerMs);
    // The computer may fall asleep before the timer fires, and wake at any later time.
    nowMs += random() < 0.1 ? Math.floor(timerMs * random() + 5 * dayMs * random() ** 3) : timerMs;
  }
}

test("in thousands of random runs each reminder comes once, never early, and never late on a computer that is awake", () => {
  const random = seededRandom(20);
  for (let round = 0; round < 2000; round += 1) {
    const lifetimeMs = Math.floor(60 * dayMs * (round % 2 === 0 ? 1 : random() ** 3));
    const chosen = choose(random);
    const offsets = chosen.map(({ offset }) => offset);
    const { obtainedAtMs, reminded } = live(random, lifetimeMs, offsets);
    const expected = chosen.filter(({ beforeMs }) => lifetimeMs > beforeMs);
    expect(reminded.map(({ offset }) => offset).sort()).toEqual(expected.map(({ offset }) => offset).sort());
    for (const { offset, atMs, awakeBeforeMs } of reminded) {
      const beforeMs = expected.find((one) => one.offset === offset)?.beforeMs ?? Number.NaN;
      const dueAtMs = obtainedAtMs + lifetimeMs - beforeMs;
      expect(atMs).toBeGreaterThanOrEqual(dueAtMs);
      // The computer was not awake between the due moment and the reminder.
      expect(awakeBeforeMs).toBeLessThan(dueAtMs);
    }
  }
});
