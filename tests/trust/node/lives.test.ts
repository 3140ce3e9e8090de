import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../fixtures/seeded-random.ts";
import { howOften, recordFigure } from "../figures.ts";
import { deedNames, Life } from "../time/life.ts";

const zone = process.env.TZ;
let folder: string;

beforeAll(() => {
  // In memory where the system has such a folder: a life stores some hundred times, and each time waits for the disk.
  const parent = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  folder = mkdtempSync(join(parent, "verifik-tray-lives-"));
});

afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  rmSync(folder, { recursive: true });
});

/** What the lives leave out, and what a person is not owed in them. */
const exceptions = [
  "after a log-out, a revocation or “I don’t use it any more”, each of which said so",
  "after a kill within an hour after a full disk, and no restart while it is full",
  "no reminder while the desktop has no notification service",
  "none of a token that had expired when it came, by a clock that was wrong then",
  "none of a token that a check or a renewal by hand showed to be rejected, which the app said",
  "and a token that has ever been set to renew itself may be reminded of late, by up to an hour",
];

test(`in lives of a month to a year no token in use ends without a word, nothing comes early or twice, and no token is renewed by itself more than three times; except ${exceptions.join("; ")}`, async () => {
  const lives = howOften({ full: 2_000, short: 30 });
  const deeds = new Map<string, number>();
  const complaints: string[] = [];
  let failures = 0;
  let reminders = 0;
  let copyReminders = 0;
  let tokens = 0;
  let renewals = 0;
  let failedRenewals = 0;
  for (let number = 0; number < lives; number += 1) {
    const own = join(folder, String(number));
    mkdirSync(own);
    const life = await new Life(seededRandom(1_000 + number), own).live();
    rmSync(own, { recursive: true });
    if (life.complaints.length > 0) failures += 1;
    complaints.push(...life.complaints.slice(0, 3).map((what) => `life ${number}, ${what}`));
    reminders += life.reminders;
    copyReminders += life.copyReminders;
    tokens += life.tokens;
    renewals += life.renewals;
    failedRenewals += life.failedRenewals;
    for (const [deed, times] of life.deeds) deeds.set(deed, (deeds.get(deed) ?? 0) + times);
  }
  recordFigure({
    part: "losses",
    item: "simulated lives of a month to a year: no reminder or renewal is repeated, early or missing",
    tries: lives,
    failures,
    measured: `${reminders.toLocaleString("en")} reminders of ${tokens.toLocaleString("en")} tokens, ${copyReminders.toLocaleString("en")} of older copies, ${renewals.toLocaleString("en")} automatic renewals, ${failedRenewals.toLocaleString("en")} failed`,
  });
  expect(complaints.slice(0, 20)).toEqual([]);
  // Else there would have been nothing to see.
  expect(reminders).toBeGreaterThan(lives);
  expect(copyReminders).toBeGreaterThan(lives / 4);
  expect(renewals).toBeGreaterThan(lives / 4);
  expect(failedRenewals).toBeGreaterThan(lives / 4);
  expect(new Set(deeds.keys())).toEqual(new Set(deedNames));
}, 900_000);
