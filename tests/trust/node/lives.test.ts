import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../fixtures/seeded-random.ts";
import { howOften, recordFigure } from "../figures.ts";
import { Life } from "../time/life.ts";

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

test("in lives of a month to a year there is no moment without a usable token or a person who was told, the newest copied token never ends unannounced, no life mints more than three tokens by itself, nothing comes twice or early; except after a log-out, a revocation or “I don’t use it any more”, each of which said so, and after a kill within an hour after a full disk", async () => {
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
  expect(Math.min(...deeds.values())).toBeGreaterThan(0);
  expect(deeds.size).toBe(19);
}, 900_000);
