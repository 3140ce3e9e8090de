import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { labels } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { answerLate } from "../../sandbox/faults/token-call-faults.ts";
import { copyFromMenu, expect, test } from "../fixtures/app-test.ts";

/** As another start left it. */
function writeSettings(desktop: PrivateDesktop, content: string): void {
  const file = `${desktop.env.XDG_CONFIG_HOME}/verifik-tray/settings.json`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

test.describe("with tokens that live for an hour and three seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3603 } });

  test("a reminder that is switched off does not come, nor when it is enabled after its time", async ({
    launchLoggedIn,
    sandbox,
    desktop,
  }) => {
    const reminders = { "7-days": true, "1-day": true, "1-hour": false, expiry: true };
    writeSettings(desktop, JSON.stringify({ schemaVersion: 1, reminders }));
    const { app, page } = await launchLoggedIn();
    await app.waitForStatus("Token expires soon · 59 minutes left");
    // Answered by the app behind the moment at which it would have come.
    await copyFromMenu(app);
    expect(desktop.notifications.received).toEqual([]);
    await app.trayItem.clickMenu("Settings…");
    await page.getByRole("checkbox", { name: "1 hour" }).check();
    await expect.poll(() => JSON.parse(app.readStore()).tokens[sandbox.origin].remindersDone).toEqual(["1-hour"]);
    expect(desktop.notifications.received).toEqual([]);
  });
});

test.describe("with tokens that live for two days and fifteen seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 2 * 24 * 3600 + 15 } });

  test("shows a custom reminder that many days before, without a restart", async ({ launchLoggedIn, desktop }) => {
    const { app, page } = await launchLoggedIn();
    await app.trayItem.clickMenu("Settings…");
    await page.getByRole("checkbox", { name: "Other…" }).check();
    await page.getByRole("spinbutton").fill("2");
    await page.getByRole("spinbutton").press("Tab");
    expect(await desktop.notifications.next(undefined, 25_000)).toMatchObject({
      summary: "Verifik token expires in 2 days",
    });
  });
});

test("the chosen language is there from the first moment on, and the country of the last login", async ({
  launch,
  desktop,
}) => {
  const settings = { schemaVersion: 1, language: "es", lastRegionCode: "MX" };
  writeSettings(desktop, JSON.stringify(settings));
  const app = await launch({ args: ["--hidden"] });
  expect((await app.menuLabels())[0]).toBe("Sin sesión");
  await app.waitUntilLoaded();
  await app.trayItem.clickMenu("Abrir Verifik Tray");
  await expect((await app.window()).getByLabel(labels.country)).toHaveAccessibleName("País: México, +52");
});

test("sets damaged settings aside, says so, and uses the defaults", async ({ launch, desktop }) => {
  writeSettings(desktop, "{ not json");
  const page = await (await launch()).window();
  await expect(page.getByText(/^The settings file was damaged/)).toBeVisible();
});

test("quitting waits for the answer of a revocation, and the next start has the new token", async ({
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
  const token = await desktop.clipboard.readClipboard();
  const me = await fetch(`${sandbox.origin}/v2/clients/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(me.status).toBe(200);
});
