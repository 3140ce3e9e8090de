import { readdirSync, statSync } from "node:fs";
import { labels, requestCode, type TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../../desktop-lab/desktop/private-desktop.ts";
import { readTokenFile } from "../../../main/storage/token-file.ts";
import { endpoints } from "../../../sandbox/endpoints.ts";
import type { Sandbox } from "../../../sandbox/server.ts";
import { ana, expect, test } from "../../fixtures/app-test.ts";
import { howOften, recordFigure } from "../figures.ts";
import { profileOf } from "./bare-app.ts";

/** The longest time between the request and the write that follows its answer. */
const longestWaitMs = 60;

/** Does something and resolves when the sandbox has received its request. */
async function asked(sandbox: Sandbox, endpoint: keyof typeof endpoints, act: () => Promise<unknown>): Promise<void> {
  const count = () => sandbox.requests.filter((request) => request.path === endpoints[endpoint]).length;
  const before = count();
  // The app may be killed before it answers.
  void act().catch(() => {});
  await expect.poll(count, { intervals: [1] }).toBeGreaterThan(before);
}

/** Starts something that writes to the disk and returns meanwhile. */
const writing: Readonly<Record<string, (app: TrayApp, sandbox: Sandbox) => Promise<void>>> = {
  renewing: (app, sandbox) => asked(sandbox, "renew-token", () => app.trayItem.clickMenu("Renew for one month")),

  async "changing settings"(app) {
    await app.trayItem.clickMenu("Open Verifik Tray");
    const page = await app.window();
    const changing = page.evaluate(async () => {
      for (let number = 0; ; number += 1) await window.verifikTray.changeSettings({ variableName: `N${number}` });
    });
    changing.catch(() => {});
  },

  async "logging in"(app, sandbox) {
    await app.trayItem.clickMenu("Log in again…");
    const page = await app.window();
    const otp = await requestCode(page, sandbox, ana);
    await asked(sandbox, "confirm-otp", () => page.getByLabel(labels.verificationCode).fill(otp));
  },
};

/** Files beside token.json and settings.json. */
function leftBehind(desktop: PrivateDesktop): string[] {
  return readdirSync(profileOf(desktop)).filter((entry) => /^(token|settings)\.json./.test(entry));
}

test("the app keeps the old state or the new one when it is killed while it stores something", async ({
  launch,
  launchLoggedIn,
  desktop,
  sandbox,
}) => {
  const { app: first } = await launchLoggedIn();
  await expect.poll(() => first.readStore()).toContain("ciphertext");
  await first.quit();
  const tries = howOften({ full: 60, short: 1 });
  const failures: string[] = [];
  let replaced = 0;
  for (let time = 0; time < tries; time += 1) {
    const [name, write] = Object.entries(writing)[time % 3] as [string, (typeof writing)[string]];
    const app = await launch({ args: ["--hidden"] });
    // Copying shows that the token after the last kill can be decrypted.
    await app.trayItem.clickMenu("Copy bearer token");
    await app.trayItem.waitForTooltip((tooltip) => tooltip.includes("Copied"));
    const left = leftBehind(desktop);
    if (left.length > 0) failures.push(`${time}: ${left}`);

    const before = app.readStore();
    await write(app, sandbox);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * longestWaitMs));
    app.electron.process().kill("SIGKILL");
    await app.exited();
    if (readTokenFile(profileOf(desktop)).kind !== "whole") failures.push(`${time}, ${name}: no whole file`);
    if ((statSync(app.storeFile()).mode & 0o777) !== 0o600) failures.push(`${time}, ${name}: others may read it`);
    if (app.readStore() !== before) replaced += 1;
  }
  const last = await launch({ args: ["--hidden"] });
  await last.trayItem.clickMenu("Copy bearer token");
  await last.trayItem.waitForTooltip((tooltip) => tooltip.includes("Copied"));
  failures.push(...leftBehind(desktop).map((entry) => `at the end: ${entry}`));
  recordFigure({
    part: "losses",
    item: "kill -9 of the app while it renews, logs in or changes settings: the old state or the new one",
    tries,
    failures: failures.length,
    measured: `the token file was already the new one after ${replaced} of them`,
  });
  expect(failures).toEqual([]);
});
