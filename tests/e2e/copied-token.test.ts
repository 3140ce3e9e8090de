import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { textsFor } from "../../texts/index.ts";
import { copyFromMenu, expect, test } from "../fixtures/app-test.ts";

const texts = textsFor("en");

async function renewForAYear(page: Page): Promise<void> {
  await page.getByRole("button", { name: texts.renewalLength }).click();
  await page.getByRole("menuitemradio", { name: texts.months(12), exact: true }).click();
  await page.getByRole("button", { name: texts.renew, exact: true }).click();
  await expect(page.getByText(/^Renewed\./)).toBeVisible();
}

function notesOf(app: TrayApp): string {
  return readFileSync(join(app.storeFile(), "../token-notes.json"), "utf8");
}

test.describe("with tokens that live for eight seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 8 } });

  test("a copied token's end is notified after a renewal, and the window offers the newer one", async ({
    launchLoggedIn,
    desktop,
  }) => {
    const { app, page } = await launchLoggedIn();
    await copyFromMenu(app);
    const copied = await desktop.clipboard.readClipboard();
    await renewForAYear(page);
    await expect
      .poll(() => app.menuLabels())
      .toContainEqual(expect.stringMatching(/^Copied on .* · expires in less than/));
    for (const part of copied.split(".")) expect(notesOf(app)).not.toContain(part);

    const notification = await desktop.notifications.next();
    expect(notification).toMatchObject({
      summary: expect.stringMatching(/^The token you copied on \w+ \d+ has expired$/),
      body: "A newer one is here: copy it to where you use it.",
    });
    await page.close();
    desktop.notifications.click(notification.id);
    const opened = await app.window();
    await expect(opened.getByText(/^The token you copied on .* has expired\. A newer one is here/)).toBeVisible();
    await opened.getByRole("button", { name: texts.copyNewer }).click();
    await expect(opened.getByText(/^The token you copied on/)).toBeHidden();
    await expect.poll(() => desktop.clipboard.readClipboard()).not.toBe(copied);
    expect(await app.menuLabels()).not.toContainEqual(expect.stringMatching(/^Copied on/));
    expect(desktop.notifications.received).toHaveLength(1);
  });
});

test.describe("with tokens that live for three days", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3 * 24 * 60 * 60 } });

  test("a copied token that expires soon turns the icon into the hourglass until the person no longer uses it", async ({
    launch,
    launchLoggedIn,
  }) => {
    const { app, page } = await launchLoggedIn();
    const hourglass = await app.trayItem.icon();
    await copyFromMenu(app);
    await renewForAYear(page);
    await app.waitForStatus("Token valid · 35 days left");
    expect(await app.trayItem.icon()).toEqual(hourglass);
    await app.trayItem.waitForTooltip((tooltip) => /35 days left; Copied on .* · expires in 2 days/.test(tooltip));
    await app.quit();

    const again = await launch();
    await again.waitForStatus("Token valid · 35 days left");
    expect(await again.trayItem.icon()).toEqual(hourglass);
    const line = (await again.menuLabels()).find((label) => label.startsWith("Copied on"));
    await again.trayItem.clickMenu(line ?? "");
    const opened = await again.window();
    await opened.getByRole("button", { name: texts.noLongerUseCopy }).click();
    await expect(opened.getByText(/^There are no more reminders of the token you copied on/)).toBeVisible();
    await expect.poll(() => again.trayItem.icon()).not.toEqual(hourglass);
  });

  test("a log-out says until when an older copied token stays valid", async ({ launchLoggedIn, sandbox }) => {
    const { app, page } = await launchLoggedIn();
    await copyFromMenu(app);
    await renewForAYear(page);
    await app.trayItem.clickMenu("Log out");
    await expect(page.getByText(/The token you copied on .* keeps working until it expires on/)).toBeVisible();
    expect(JSON.parse(notesOf(app)).notes[sandbox.origin]).toEqual({});
  });
});
