import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { labels } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { answerLate } from "../../sandbox/faults/token-call-faults.ts";
import { textsFor } from "../../texts/index.ts";
import { copyFromMenu, expect, statusWith, test } from "../fixtures/app-test.ts";

const texts = textsFor("en");

/** Writes the settings file that an earlier start would have left. */
function writeSettings(desktop: PrivateDesktop, content: string): void {
  const file = `${desktop.env.XDG_CONFIG_HOME}/verifik-tray/settings.json`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

test.describe("with tokens that live for an hour and three seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3603 } });

  test("sends no reminder that is switched off, nor when it is switched on after its time", async ({
    launchLoggedIn,
    sandbox,
    desktop,
  }) => {
    const reminders = { "7-days": true, "1-day": true, "1-hour": false, expiry: true };
    writeSettings(desktop, JSON.stringify({ schemaVersion: 1, reminders }));
    const { app, page } = await launchLoggedIn();
    await app.waitForStatus("Token expires soon · 59 minutes left");
    // The app answers this after the time at which the reminder would have come.
    await copyFromMenu(app);
    expect(desktop.notifications.received).toEqual([]);

    await app.trayItem.clickMenu("Settings…");
    await page.getByRole("checkbox", { name: "1 hour before" }).check();
    await expect.poll(() => JSON.parse(app.readStore()).tokens[sandbox.origin].remindersDone).toEqual(["1-hour"]);
    expect(desktop.notifications.received).toEqual([]);
  });
});

test.describe("with tokens that live for two days and fifteen seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 2 * 24 * 3600 + 15 } });

  test("reminds the chosen days before and clears the clipboard after the chosen time, without a restart", async ({
    launchLoggedIn,
    desktop,
  }) => {
    const { app, page } = await launchLoggedIn();
    await app.trayItem.clickMenu("Settings…");
    await page.getByRole("checkbox", { name: "Custom:" }).check();
    await page.getByRole("spinbutton").fill("2");
    await page.getByRole("spinbutton").press("Tab");
    await page.getByLabel(texts.clipboardClearing).selectOption("15-seconds");
    await expect(page.getByRole("status")).toContainText(texts.saved);
    const copiedAtMs = performance.now();
    await copyFromMenu(app);
    expect(await desktop.clipboard.readClipboard()).toMatch(/^eyJ/);

    expect(await desktop.notifications.next(undefined, 25_000)).toMatchObject({
      summary: "Verifik token expires in 2 days",
    });
    await expect.poll(() => desktop.clipboard.readClipboard(), { timeout: 25_000, intervals: [500] }).toBe("");
    expect(performance.now() - copiedAtMs).toBeGreaterThan(15_000);
    await expect.poll(() => desktop.clipboard.readPrimary()).toBe("");
  });
});

test("starts in the chosen language and with the country of the last login", async ({ launch, desktop }) => {
  const settings = { schemaVersion: 1, language: "es", lastRegionCode: "MX" };
  writeSettings(desktop, JSON.stringify(settings));
  const app = await launch({ args: ["--hidden"] });
  expect((await app.menuLabels())[0]).toBe("Sin sesión");
  await app.waitUntilLoaded();
  await app.trayItem.clickMenu("Abrir ventana");
  await expect((await app.window()).getByLabel(labels.country)).toHaveValue("México (+52)");
});

test("sets damaged settings aside, says so, and uses the defaults", async ({ launchWithWindow, desktop }) => {
  writeSettings(desktop, "{ not json");
  const { page } = await launchWithWindow();
  await expect(page.getByText(/^The settings file was damaged/)).toBeVisible();
});

test("waits for the answer of a revocation before it quits, and has the new token at the next start", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app, page } = await launchLoggedIn();
  sandbox.faults.next("revoke-tokens", answerLate(2_000));
  await app.trayItem.clickMenu("Revoke all tokens…");
  await page.getByRole("button", { name: "Revoke all and get a new one" }).click();
  await expect.poll(() => sandbox.requests.at(-1)?.path).toBe("/v2/auth/renew-and-revoke");
  expect(await app.quit()).toBe(0);

  const again = await launch();
  await again.waitForStatus(/^Token valid/);
  await again.trayItem.clickMenu("Copy bearer token");
  await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
  expect(await statusWith(await desktop.clipboard.readClipboard(), sandbox)).toBe(200);
});
