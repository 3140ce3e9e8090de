import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { logIn } from "../../../desktop-lab/app/tray-app.ts";
import { ana, expect, test } from "../../fixtures/app-test.ts";
import { howOften, recordFigure } from "../figures.ts";
import { profileOf } from "./bare-app.ts";

interface Case {
  readonly name: string;
  /** Makes the profile in an empty configuration folder. */
  readonly put: (profile: string) => void;
  /** The message in the window after the start. */
  readonly told?: RegExp;
  /** Whether the next token can be stored. If not, the window says so. */
  readonly storable: boolean;
  /** The file that must still be in the profile at the end. */
  readonly kept?: RegExp;
  /** The case needs a refusal that root does not get. */
  readonly notAsRoot?: true;
}

const damaged = /^The file with the stored token was damaged. It was set aside/;
const unreachable = /^The file with the stored token cannot be read or written/;
const aside = /^token\.set-aside-/;

const inProfile = (put: (profile: string) => void) => (profile: string) => {
  mkdirSync(profile, { mode: 0o700 });
  put(profile);
};

const cases: readonly Case[] = [
  {
    name: "a link to /dev/zero",
    put: inProfile((profile) => symlinkSync("/dev/zero", join(profile, "token.json"))),
    told: damaged,
    storable: true,
    kept: aside,
  },
  {
    name: "a file that may not be read",
    put: inProfile((profile) => writeFileSync(join(profile, "token.json"), "{}", { mode: 0 })),
    told: unreachable,
    storable: false,
    kept: /^token\.json$/,
    notAsRoot: true,
  },
  {
    name: "a link to another user's folder in the profile's place",
    put: (profile) => symlinkSync("/usr/share", profile),
    storable: false,
    notAsRoot: true,
  },
  {
    name: "a profile that may not be written to",
    put: inProfile((profile) => chmodSync(profile, 0o500)),
    storable: false,
    notAsRoot: true,
  },
  {
    name: "settings that are a named pipe",
    put: inProfile((profile) => {
      spawnSync("mkfifo", [join(profile, "settings.json")]);
    }),
    told: /^The settings file was damaged and was set aside/,
    storable: true,
    kept: /^settings\.set-aside-/,
  },
  {
    name: "a loop of links",
    put: inProfile((profile) => symlinkSync("token.json", join(profile, "token.json"))),
    told: damaged,
    storable: true,
    kept: aside,
  },
  {
    name: "a profile that is a file",
    put: (profile) => writeFileSync(profile, "not a folder"),
    told: unreachable,
    storable: false,
  },
];

const isRoot = process.getuid?.() === 0;
const tried = cases
  .filter(({ notAsRoot }) => !(isRoot && notAsRoot))
  .slice(0, howOften({ full: cases.length, short: 1 }));

for (const { name, put, told, storable, kept } of tried) {
  test(`the app starts and reports ${name}`, async ({ launch, desktop, sandbox }) => {
    const profile = profileOf(desktop);
    put(profile);
    let holds = false;
    try {
      const app = await launch();
      const page = await app.window();
      if (told) await expect(page.getByText(told)).toBeVisible();
      await logIn(page, sandbox, ana);
      const inMemory = page.getByText(/could not be written to disk, so it is kept in memory only/);
      if (storable) await expect.poll(() => app.readStore()).toContain("ciphertext");
      else await expect(inMemory).toBeVisible();
      await app.trayItem.clickMenu("Copy bearer token");
      await app.trayItem.waitForTooltip((tooltip) => tooltip.includes("Copied"));
      if (kept) expect(readdirSync(profile).filter((entry) => kept.test(entry))).toHaveLength(1);
      expect(await app.quit()).toBe(0);
      holds = true;
    } finally {
      if (lstatSync(profile).isDirectory()) chmodSync(profile, 0o700);
      recordFigure({
        part: "losses",
        item: "the app with a broken or forbidden profile: it starts, says so, nothing is deleted, a login works",
        tries: 1,
        failures: holds ? 0 : 1,
      });
    }
  });
}
