import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { enterCode, labels, logIn, requestCode, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, sam, test } from "../fixtures/app-test.ts";
import { windowTest } from "../fixtures/window-test.ts";
import { expectAccessible } from "./accessible.ts";

const texts = textsFor("en");
const mask = "+57 ••••••••67";

async function logOut(app: TrayApp): Promise<Page> {
  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  const page = await app.window();
  await page.getByRole("button", { name: labels.sendCode }).waitFor();
  return page;
}

/** The files of the profile that hold the number in clear. */
function filesWithNumber(app: TrayApp): string[] {
  const folder = dirname(app.storeFile());
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter((file) => readFileSync(file).includes(ana.phone));
}

function storedNumbers(app: TrayApp): unknown[] {
  return existsSync(app.storeFile()) ? Object.values(JSON.parse(app.readStore()).numbers) : [];
}

test("logs in again after a restart without typing the number, which only main knows", async ({ launch, sandbox }) => {
  const first = await launch();
  const firstPage = await first.window();
  await expect(firstPage.getByLabel(labels.rememberNumber)).toBeChecked();
  await logIn(firstPage, sandbox, ana);
  await logOut(first);
  await first.quit();
  expect(storedNumbers(first)).toEqual([expect.objectContaining({ ciphertext: expect.any(String) })]);

  const app = await launch();
  const page = await app.window();
  await expect(page.getByText(mask)).toBeVisible();
  await expect(page.getByLabel(labels.phoneNumber)).toBeHidden();
  await expectAccessible(page);
  const view = await page.evaluate(() => window.verifikTray.getView());
  expect(view.login).toEqual({ step: "phone", rememberedNumber: mask });
  expect(`${JSON.stringify(view)} ${await page.content()}`).not.toContain(ana.phone);

  const sent = new Promise<string>((resolve) => sandbox.onOtpSent(({ otp }) => resolve(otp)));
  await expect(page.getByRole("button", { name: labels.sendCode })).toBeFocused();
  await page.keyboard.press("Enter");
  const otp = await sent;
  expect(sandbox.requests.at(-1)?.body).toEqual({ countryCode: "+57", phone: 3001234567, type: "login" });
  await enterCode(page, otp);
  await app.waitForStatus("Token valid · 29 days left");
  await app.quit();
  expect(filesWithNumber(app)).toEqual([]);
});

windowTest(
  "another number can be used, and is remembered in its place",
  async ({ app, loggedInPage: _page, sandbox }) => {
    const page = await logOut(app);
    await page.getByRole("button", { name: labels.useOtherNumber }).press("Enter");
    await expect(page.getByLabel(labels.phoneNumber)).toBeFocused();
    await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("");
    await expectAccessible(page);
    await logIn(page, sandbox, sam);
    await expect((await logOut(app)).getByText("+1 ••••••••23")).toBeVisible();
  },
);

windowTest(
  "unticking Remember forgets a number at once, and another one can be typed",
  async ({ app, loggedInPage: _page }) => {
    const page = await logOut(app);
    await expect.poll(() => storedNumbers(app)).toHaveLength(1);
    await expect(page.getByLabel(labels.rememberNumber)).toBeChecked();

    await page.getByLabel(labels.rememberNumber).press("Space");
    await expect(page.getByLabel(labels.phoneNumber)).toBeFocused();
    await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("");
    await expect(page.getByRole("status")).toContainText(texts.numberForgotten);
    expect(storedNumbers(app)).toEqual([]);
    await expect(page.getByLabel(labels.rememberNumber)).not.toBeChecked();
  },
);

test("does not keep a number without the tick, and leaves the box unticked", async ({ launch, sandbox }) => {
  const app = await launch();
  const page = await app.window();
  await page.getByLabel(labels.rememberNumber).uncheck();
  await logIn(page, sandbox, ana);
  const after = await logOut(app);
  await expect(after.getByLabel(labels.phoneNumber)).toHaveValue("");
  await expect(after.getByLabel(labels.rememberNumber)).not.toBeChecked();
  await app.quit();
  expect(storedNumbers(app)).toEqual([]);
  expect(filesWithNumber(app)).toEqual([]);
});

windowTest(
  "Change number comes back to the country, the number and the tick that were chosen",
  async ({ page, sandbox }) => {
    await page.getByLabel(labels.rememberNumber).uncheck();
    await requestCode(page, sandbox, ana);
    await page.getByRole("button", { name: labels.changeNumber }).click();
    await expect(page.getByLabel(labels.country)).toHaveAccessibleName("Country: Colombia, +57");
    await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("300 1234567");
    await expect(page.getByLabel(labels.rememberNumber)).not.toBeChecked();
  },
);
