import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { enterCode, labels, requestCode } from "../../desktop-lab/app/tray-app.ts";
import { testAccounts } from "../../sandbox/accounts.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { expect, test } from "../fixtures/app-test.ts";
import { windowTest } from "../fixtures/window-test.ts";
import { expectAccessible } from "./accessible.ts";

const newcomer = testAccounts.find(({ role }) => role === "second-factor-enrolment") as (typeof testAccounts)[number];

/** Goes on to the view that shows what an authenticator app is set up with; answers the key. */
async function comeToEnrolment(page: Page, sandbox: Sandbox): Promise<string> {
  await enterCode(page, await requestCode(page, sandbox, newcomer));
  return shownKey(page);
}

async function shownKey(page: Page): Promise<string> {
  const groups = (await page.locator(".secret-key").textContent()) ?? "";
  expect(groups).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/);
  return groups.replaceAll(" ", "");
}

/** How much of the drawing is dark, from 0 to 1, and whether its rim is white. */
function drawing(page: Page) {
  return page.getByRole("img", { name: /^(QR code|Código QR)/ }).evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    const isDark = (index: number) => (pixels[index * 4 + 3] ?? 0) > 200 && (pixels[index * 4] ?? 255) < 100;
    const all = Array.from({ length: width * height }, (_, index) => index);
    const rim = all.filter((index) => index < width || index % width === 0);
    return { dark: all.filter(isDark).length / all.length, rimIsWhite: !rim.some(isDark) };
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** How far the page scrolls, without the strip that names the sandbox. CSS pixels. */
function hiddenHeight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const strip = document.querySelector<HTMLElement>(".origin")?.offsetHeight ?? 0;
    return Math.max(0, document.documentElement.scrollHeight - innerHeight - strip);
  });
}

for (const [language, locale, tag] of [
  ["en", "en_US.UTF-8", []],
  ["es", "es_CO.UTF-8", ["@all"]],
] as const) {
  test.describe(`in ${language}`, { tag: [...tag] }, () => {
    test.use({ language: locale });

    windowTest(
      "an authenticator app is set up by the picture or the key that are shown, and its code logs in",
      async ({ app, page, sandbox }) => {
        const key = await comeToEnrolment(page, sandbox);
        await expect(page.getByRole("heading", { name: /^(Set up your|Configura tu) / })).toBeVisible();
        await expect(page.getByLabel(labels.authenticatorCode)).toBeFocused();
        await expect.poll(async () => (await drawing(page)).dark).toBeGreaterThan(0.2);
        expect(await drawing(page)).toMatchObject({ rimIsWhite: true });
        expect(await hiddenHeight(page)).toBe(0);
        await expectAccessible(page);

        await page.keyboard.type(new TOTP({ secret: key }).generate());
        await app.waitForStatus(/29/);
        await expect(page.getByRole("heading", { name: /^(Set up your|Configura tu) / })).toBeHidden();
      },
    );
  });
}

test("shows the key for this login only; no view and no file contains it", async ({ launch, sandbox }) => {
  const app = await launch();
  const page = await app.window();
  const key = await comeToEnrolment(page, sandbox);
  expect(JSON.stringify(await page.evaluate(() => window.verifikTray.getView()))).not.toContain(key);
  expect(await page.evaluate(() => window.verifikTray.getEnrolment())).toMatchObject({ secretKey: key });

  await page.getByRole("button", { name: labels.changeNumber }).click();
  await expect(page.getByRole("button", { name: labels.sendCode })).toBeVisible();
  expect(await page.content()).not.toContain(key.slice(0, 4));
  expect(await page.evaluate(() => window.verifikTray.getEnrolment())).toBeUndefined();

  // The code that was right is still good, so the login goes on where it was left.
  await page.getByRole("button", { name: labels.sendCode }).click();
  expect(await shownKey(page)).toBe(key);
  await page.keyboard.type(new TOTP({ secret: key }).generate());
  await app.waitForStatus("Token valid · 29 days left");
  expect(await page.content()).not.toContain(key.slice(0, 4));
  expect(await page.evaluate(() => window.verifikTray.getEnrolment())).toBeUndefined();
  await app.quit();
  const files = filesBelow(dirname(app.storeFile()));
  expect(files).toContain(app.storeFile());
  expect(files.filter((file) => readFileSync(file).includes(key))).toEqual([]);
});

windowTest("shows the same QR code and key after the window was closed", async ({ app, page, sandbox }) => {
  const key = await comeToEnrolment(page, sandbox);
  await page.close();
  await expect.poll(() => app.hasWindow()).toBe(false);

  await app.trayItem.activate();
  const reopened = await app.window();
  expect(await shownKey(reopened)).toBe(key);
  await reopened.keyboard.type(new TOTP({ secret: key }).generate());
  await app.waitForStatus("Token valid · 29 days left");
});

windowTest("reports a wrong code, and keeps the key for another try", async ({ app, page, sandbox }) => {
  const key = await comeToEnrolment(page, sandbox);
  const totp = new TOTP({ secret: key });
  const soon = [-1, 0, 1, 2].map((step) => totp.generate({ timestamp: Date.now() + step * 30_000 }));
  await page.keyboard.type(["111111", "222222"].find((code) => !soon.includes(code)) ?? "333333");
  await expect(page.getByRole("alert")).toContainText("The authenticator code is wrong.");
  expect(await shownKey(page)).toBe(key);
  await expectAccessible(page);
  await page.keyboard.type(new TOTP({ secret: key }).generate());
  await app.waitForStatus("Token valid · 29 days left");
});
