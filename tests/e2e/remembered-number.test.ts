import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { enterCode, labels, logIn, requestCode, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, nextOtp, sam, test } from "../fixtures/app-test.ts";
import { expectAccessible } from "./accessible.ts";

const texts = textsFor("en");
const mask = "+57 ••••••••67";

/** Logs out by the menu, and waits for the form. */
async function logOut(app: TrayApp): Promise<void> {
  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  const page = await app.window();
  await page.getByRole("button", { name: labels.sendCode }).waitFor();
}

/** The files of the profile that contain the number unencrypted. */
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

test("logs in again after a restart without typing the number, which only main knows", async ({
  launchWithWindow,
  sandbox,
}) => {
  const { app: first, page: firstPage } = await launchWithWindow();
  await expect(firstPage.getByLabel(labels.rememberNumber)).toBeChecked();
  await logIn(firstPage, sandbox, ana);
  await logOut(first);
  await first.quit();
  expect(storedNumbers(first)).toEqual([expect.objectContaining({ ciphertext: expect.any(String) })]);

  const { app, page } = await launchWithWindow();
  await expect(page.getByText(mask)).toBeVisible();
  await expect(page.getByLabel(labels.phoneNumber)).toBeHidden();
  await expectAccessible(page);
  const view = await page.evaluate(() => window.verifikTray.getView());
  expect(view.login).toEqual({ step: "phone", rememberedNumber: mask });
  expect(`${JSON.stringify(view)} ${await page.content()}`).not.toContain(ana.phone);

  const sent = nextOtp(sandbox);
  await expect(page.getByRole("button", { name: labels.sendCode })).toBeFocused();
  await page.keyboard.press("Enter");
  const otp = await sent;
  expect(sandbox.requests.at(-1)?.body).toEqual({ countryCode: "+57", phone: 3001234567, type: "login" });
  await enterCode(page, otp);
  await app.waitForStatus("Token valid · 29 days left");
  await app.quit();
  expect(filesWithNumber(app)).toEqual([]);
});

test("remembers another number in place of the first, and forgets it at once by its link", async ({
  launchLoggedIn,
  sandbox,
}) => {
  const { app, page } = await launchLoggedIn();
  await logOut(app);
  const number = page.getByLabel(labels.phoneNumber);
  await page.getByRole("button", { name: labels.useOtherNumber }).press("Enter");
  await expect(number).toBeFocused();
  await expect(number).toHaveValue("");
  await expectAccessible(page);
  await logIn(page, sandbox, sam);
  await logOut(app);
  await expect(page.getByText("+1 ••••••••23")).toBeVisible();
  expect(storedNumbers(app)).toHaveLength(1);
  await expect(page.getByLabel(labels.rememberNumber)).toBeHidden();

  await page.getByRole("button", { name: texts.forgetNumber }).press("Enter");
  await expect(number).toBeFocused();
  await expect(number).toHaveValue("");
  await expect(page.getByRole("status")).toContainText(texts.numberForgotten);
  expect(storedNumbers(app)).toEqual([]);
  await expect(page.getByLabel(labels.rememberNumber)).toBeChecked();
});

test("keeps no number without the tick, and leaves the box unticked", async ({ launchWithWindow, sandbox }) => {
  const { app, page } = await launchWithWindow();
  const number = page.getByLabel(labels.phoneNumber);
  const box = page.getByLabel(labels.rememberNumber);
  await box.uncheck();
  const otp = await requestCode(page, sandbox, ana);
  await test.step("Change number returns to the number, the country and the box as they were", async () => {
    await page.getByRole("button", { name: labels.changeNumber }).click();
    await expect(number).toHaveValue("300 1234567");
    await expect(page.getByLabel(labels.country)).toHaveValue("Colombia (+57)");
    await expect(box).not.toBeChecked();
  });
  // The code that was sent is still good, so no other one is requested.
  await page.getByRole("button", { name: labels.sendCode }).click();
  await enterCode(page, otp);
  await app.waitForStatus("Token valid · 29 days left");
  await logOut(app);
  await expect(number).toHaveValue("");
  await expect(box).not.toBeChecked();
  await app.quit();
  expect(storedNumbers(app)).toEqual([]);
  expect(filesWithNumber(app)).toEqual([]);
});

test.describe("without a keyring", () => {
  test.use({ desktopOptions: { keyring: false } });

  test("keeps no number on disk", async ({ launchWithWindow, launchLoggedIn }) => {
    const { app } = await launchLoggedIn();
    await app.quit();
    expect(storedNumbers(app)).toEqual([]);
    expect(filesWithNumber(app)).toEqual([]);

    const { page } = await launchWithWindow();
    await expect(page.getByLabel(labels.phoneNumber)).toHaveValue("");
  });
});
