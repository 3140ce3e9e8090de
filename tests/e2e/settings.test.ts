import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { chooseCopyAs, labels, requestCode, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { Settings } from "../../preload/contract.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";
import { windowTest } from "../fixtures/window-test.ts";

const en = textsFor("en");
const es = textsFor("es");

async function openSettings(app: TrayApp, label = en.settings): Promise<Page> {
  await app.trayItem.clickMenu(label);
  const page = await app.window();
  await page.getByRole("heading", { level: 1, name: label.replace("…", "") }).waitFor();
  return page;
}

/** A screen reader hears of each change once it is stored. */
async function saved(page: Page): Promise<void> {
  await expect(page.getByRole("status")).toContainText(en.saved);
}

async function settingsOf(page: Page): Promise<Settings> {
  return (await page.evaluate(() => window.verifikTray.getView())).settings;
}

async function back(page: Page): Promise<void> {
  await page.getByRole("button", { name: en.back }).click();
}

test("keeps the chosen settings after a restart", async ({ launch }) => {
  const first = await launch({ args: ["--hidden"] });
  const page = await openSettings(first);
  await page.getByRole("checkbox", { name: en.reminderOffsets["1-hour"] }).uncheck();
  await saved(page);
  await page.getByRole("checkbox", { name: en.ownReminder }).check();
  await page.getByRole("spinbutton", { name: en.ownReminderDays }).fill("30");
  await page.getByLabel(en.clipboardClearing).selectOption(en.clipboardClearings["2-minutes"]);
  await page.getByLabel(en.variableName).selectOption("VERIFIK_API_KEY");
  await expect.poll(async () => (await settingsOf(page)).variableName).toBe("VERIFIK_API_KEY");
  expect(await first.quit()).toBe(0);

  const again = await openSettings(await launch({ args: ["--hidden"] }));
  await expect(again.getByRole("checkbox", { name: en.reminderOffsets["1-hour"] })).not.toBeChecked();
  await expect(again.getByRole("checkbox", { name: en.reminderOffsets["1-day"] })).toBeChecked();
  await expect(again.getByRole("checkbox", { name: en.ownReminder })).toBeChecked();
  await expect(again.getByRole("spinbutton", { name: en.ownReminderDays })).toHaveValue("30");
  await expect(again.getByLabel(en.clipboardClearing)).toHaveValue("2-minutes");
  await expect(again.getByLabel(en.variableName)).toHaveValue("VERIFIK_API_KEY");
});

test("the language changes in tray and window at once, and is kept", async ({ launch }) => {
  const app = await launch({ args: ["--hidden"] });
  await app.waitForStatus(en.notLoggedIn);
  const page = await openSettings(app);
  await page.getByLabel(en.language).selectOption("Español");
  await expect(page.getByRole("heading", { level: 1, name: es.settingsHeading })).toBeVisible();
  await expect(page.getByRole("status")).toContainText(es.saved);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
  await app.waitForStatus(es.notLoggedIn);
  expect(await app.menuLabels()).toContain(es.quit);
  expect(await app.quit(es.quit)).toBe(0);

  const again = await launch({ args: ["--hidden"] });
  await again.waitForStatus(es.notLoggedIn);
  const later = await openSettings(again, es.settings);
  await later.getByLabel(es.language).selectOption(es.systemLanguage);
  await expect(later.getByRole("heading", { level: 1, name: en.settingsHeading })).toBeVisible();
  await again.waitForStatus(en.notLoggedIn);
});

windowTest("the copied notice names the chosen time, or that it is at quit", async ({ app, loggedInPage: page }) => {
  for (const [clearing, clearsInMs] of [
    ["15-seconds", 15_000],
    ["at-quit", undefined],
  ] as const) {
    await openSettings(app);
    await page.getByLabel(en.clipboardClearing).selectOption(clearing);
    await saved(page);
    await back(page);
    await page.getByRole("button", { name: en.copyToken }).click();
    await expect(page.getByText(en.copied(clearsInMs))).toBeVisible();
  }
});

windowTest(
  "checks a custom variable name at its field, and uses it in the .env line",
  async ({ app, loggedInPage: page, desktop }) => {
    await openSettings(app);
    await page.getByLabel(en.variableName).selectOption(en.ownVariableName);
    const name = page.getByRole("textbox", { name: en.ownVariableNameField });
    await expect(name).toBeFocused();
    await name.fill("2ND-TOKEN");
    await name.press("Enter");
    await expect(name).toHaveAttribute("aria-invalid", "true");
    await expect(name).toHaveAccessibleDescription(
      en.failures["variable-name-invalid"]({ kind: "variable-name-invalid" }),
    );
    await back(page);
    await page.getByRole("button", { name: labels.copyAs }).click();
    await expect(page.getByRole("menuitem", { name: `${en.envLineFormat} VERIFIK_TOKEN` })).toBeVisible();
    await page.keyboard.press("Escape");

    await openSettings(app);
    await page.getByLabel(en.variableName).selectOption(en.ownVariableName);
    await name.fill("SECOND_TOKEN");
    await name.press("Enter");
    await saved(page);
    await back(page);
    await chooseCopyAs(page, `${en.envLineFormat} SECOND_TOKEN`);
    await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^SECOND_TOKEN=eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  },
);

windowTest("an empty variable name does not change the stored one", async ({ app, page: _page }) => {
  const page = await openSettings(app);
  const choice = page.getByLabel(en.variableName);
  const name = page.getByRole("textbox", { name: en.ownVariableNameField });
  await choice.selectOption(en.ownVariableName);
  await expect(name).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(name).toBeHidden();
  await expect(choice).toHaveValue("VERIFIK_TOKEN");

  await choice.selectOption(en.ownVariableName);
  await name.fill("2ND-TOKEN");
  await name.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await name.fill("OWN_TOKEN");
  await name.press("Enter");
  await saved(page);
  await name.fill("");
  await page.keyboard.press("Tab");
  await expect(name).toHaveValue("OWN_TOKEN");
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect((await settingsOf(page)).variableName).toBe("OWN_TOKEN");
});

windowTest(
  "Settings begin at their top, and Escape leaves them with what was typed",
  async ({ app, loggedInPage: page }) => {
    await page.setViewportSize({ width: 400, height: 120 });
    await page.evaluate(() => scrollTo(0, 200));
    await app.trayItem.clickMenu(en.settings);
    await expect(page.getByRole("heading", { level: 1, name: en.settingsHeading })).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);

    await page.getByRole("checkbox", { name: en.ownReminder }).check();
    await page.getByRole("spinbutton", { name: en.ownReminderDays }).fill("21");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { level: 1, name: "29 days left" })).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect((await settingsOf(page)).ownReminder).toEqual({ enabled: true, days: 21 });
  },
);

windowTest(
  "the header and the title of the section stay in view while the settings scroll",
  async ({ app, page: _page }) => {
    const page = await openSettings(app);
    await page.setViewportSize({ width: 400, height: 240 });
    const title = page.getByRole("heading", { level: 2, name: en.generalHeading });
    await page.getByLabel(en.language).evaluate((select) => {
      const { top } = select.getBoundingClientRect();
      scrollBy(0, top - 100);
    });
    await expect.poll(async () => (await title.boundingBox())?.y).toBe(56);
    expect((await page.getByRole("heading", { level: 1 }).boundingBox())?.y).toBeLessThan(56);
    // The focus does not hide below them.
    const focused = page.getByRole("switch", { name: en.updateCheck });
    await page.getByRole("button", { name: en.exportDiagnostics }).focus();
    await focused.evaluate((control) => scrollBy(0, control.getBoundingClientRect().top - 60));
    await expect.poll(async () => (await focused.boundingBox())?.y).toBe(60);
    await page.keyboard.press("Shift+Tab");
    await expect(focused).toBeFocused();
    expect((await focused.boundingBox())?.y).toBeGreaterThan(100);
  },
);

windowTest("does not announce token messages on the settings screen", async ({ app, loggedInPage: page }) => {
  await page.getByRole("button", { name: en.copyToken }).click();
  await expect(page.getByText(en.copied(45_000))).toBeVisible();
  await openSettings(app);
  await expect(page.getByText(en.copied(45_000))).toBeHidden();
});

windowTest("rejects an invalid or too large number of days at its field", async ({ app, page: _page }) => {
  const page = await openSettings(app);
  await page.getByRole("checkbox", { name: en.ownReminder }).check();
  const days = page.getByRole("spinbutton", { name: en.ownReminderDays });
  for (const wrong of ["366", "0", "1.5", ""]) {
    await days.fill(wrong);
    await days.press("Tab");
    await expect(days).toHaveAttribute("aria-invalid", "true");
    await expect(days).toHaveAccessibleDescription(en.ownReminderInvalid(365));
    await expect(days).toHaveValue(wrong);
    // Each time in words that have just come, so that they are read out.
    const before = await page.evaluate(() => {
      const alert = document.querySelector("[role=alert]");
      const wasTold = alert?.hasAttribute("data-told") ?? true;
      alert?.setAttribute("data-told", "");
      return wasTold;
    });
    expect(before, wrong).toBe(false);
  }
  expect((await settingsOf(page)).ownReminder).toEqual({ enabled: true, days: 14 });
  await days.fill("365");
  await days.press("Tab");
  await expect(days).toHaveAttribute("aria-invalid", "false");
  expect((await settingsOf(page)).ownReminder).toEqual({ enabled: true, days: 365 });
});

windowTest("saves the focused field when the window closes", async ({ app, page: _page }) => {
  const page = await openSettings(app);
  await page.getByRole("checkbox", { name: en.ownReminder }).check();
  await page.getByRole("spinbutton", { name: en.ownReminderDays }).fill("30");
  const closed = page.waitForEvent("close");
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
  expect(await settingsOf(await openSettings(app))).toMatchObject({ ownReminder: { enabled: true, days: 30 } });
});

test("reports settings that cannot be stored, and shows the stored ones", async ({ launch }) => {
  const app = await launch({ args: ["--hidden"] });
  const page = await openSettings(app);
  // A folder in the file's place, which not even root can write over.
  mkdirSync(join(dirname(app.storeFile()), "settings.json"));
  const box = page.getByRole("checkbox", { name: en.reminderOffsets["7-days"] });
  await box.click();
  await expect(page.getByRole("alert")).toHaveText(en.failures["settings-not-stored"]({ kind: "settings-not-stored" }));
  await expect(box).toBeChecked();
});

windowTest("settings open from a login that is under way, and Back returns to it", async ({ page, sandbox }) => {
  await requestCode(page, sandbox, ana);
  await page.getByRole("button", { name: en.settingsHeading }).click();
  await expect(page.getByRole("heading", { level: 1, name: en.settingsHeading })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: en.back })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel(labels.verificationCode)).toBeFocused();
});
