import { expect, test } from "vitest";
import { dueReminder, nextReminderInMs, type ReminderLead, reminderLeads } from "../../main/domain/reminder.ts";
import { seededRandom } from "./seeded-random.ts";

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
const longestTimerMs = hourMs;

interface Reminded {
  readonly lead: ReminderLead;
  readonly atMs: number;
  /** When the computer had last been awake before, or that very moment. */
  readonly awakeBeforeMs: number;
}

/** A token's life on a computer that sleeps and wakes at random, or is off: what is reminded of, and when. */
function live(random: () => number, lifetimeMs: number): { obtainedAtMs: number; reminded: Reminded[] } {
  const obtainedAtMs = Math.floor(random() * 1000 * dayMs);
  const reminded: Reminded[] = [];
  let remindersDone: readonly ReminderLead[] = [];
  let nowMs = obtainedAtMs;
  let awakeBeforeMs = nowMs;
  const expiresAtMs = obtainedAtMs + lifetimeMs;
  for (;;) {
    const { leads } = dueReminder({ obtainedAtMs, expiresAtMs, remindersDone }, nowMs) ?? { leads: [] };
    reminded.push(...leads.map((lead) => ({ lead, atMs: nowMs, awakeBeforeMs })));
    remindersDone = [...remindersDone, ...leads];
    // A look around long after it is all over.
    if (awakeBeforeMs > expiresAtMs + dayMs) return { obtainedAtMs, reminded };
    awakeBeforeMs = nowMs;
    const life = { obtainedAtMs, expiresAtMs, remindersDone };
    const timerMs = Math.min(nextReminderInMs(life, nowMs) ?? longestTimerMs, longestTimerMs);
    // The computer may fall asleep before the timer fires, and wake any time later.
    nowMs += random() < 0.1 ? Math.floor(timerMs * random() + 5 * dayMs * random() ** 3) : timerMs;
  }
}

test("in thousands of lives each reminder comes once, none too early, none late on a computer that is awake", () => {
  const random = seededRandom(20);
  for (let round = 0; round < 2000; round += 1) {
    const lifetimeMs = Math.floor(30 * dayMs * (round % 2 === 0 ? 1 : random() ** 3));
    const { obtainedAtMs, reminded } = live(random, lifetimeMs);
    const expected = reminderLeads.filter(({ beforeMs }) => lifetimeMs > beforeMs);
    expect(reminded.map(({ lead }) => lead)).toEqual(expected.map(({ lead }) => lead));
    for (const [index, { atMs, awakeBeforeMs }] of reminded.entries()) {
      const dueAtMs = obtainedAtMs + lifetimeMs - (expected[index]?.beforeMs ?? 0);
      expect(atMs).toBeGreaterThanOrEqual(dueAtMs);
      // Nobody was awake between the moment it was due and the one it came.
      expect(awakeBeforeMs).toBeLessThan(dueAtMs);
    }
  }
});
