import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seededRandom } from "../../fixtures/seeded-random.ts";
import { howOften, recordFigure } from "../figures.ts";
import { Life } from "../time/life.ts";

const zone = process.env.TZ;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "verifik-tray-lives-"));
});

afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  rmSync(folder, { recursive: true });
});

test("in lives of thirty days and more each reminder of the token and of an older copy comes once, none early, none missing, until a log-out, a revocation or the person ends the copy, unless the app is killed within an hour after a full disk", async () => {
  const lives = howOften({ full: 1_000, short: 15 });
  const deeds = new Map<string, number>();
  const complaints: string[] = [];
  let failures = 0;
  let reminders = 0;
  let copyReminders = 0;
  let tokens = 0;
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
    for (const [deed, times] of life.deeds) deeds.set(deed, (deeds.get(deed) ?? 0) + times);
  }
  recordFigure({
    part: "losses",
    item: "simulated lives of 30 days: no reminder of a token or a copy is repeated, early or missing",
    tries: lives,
    failures,
    measured: `${reminders.toLocaleString("en")} reminders of ${tokens.toLocaleString("en")} tokens, ${copyReminders.toLocaleString("en")} of older copies`,
  });
  expect(complaints.slice(0, 20)).toEqual([]);
  // Else there would have been nothing to see.
  expect(reminders).toBeGreaterThan(lives);
  expect(copyReminders).toBeGreaterThan(lives / 4);
  expect(Math.min(...deeds.values())).toBeGreaterThan(0);
  expect(deeds.size).toBe(17);
}, 900_000);
