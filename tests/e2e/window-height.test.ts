import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { labels, logIn, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";

/** The window's content on the screen, and the height of its page. */
async function measure(app: TrayApp, page: Page) {
  const { x, y, width, height } = await app.electron.evaluate(({ BrowserWindow }) =>
    (BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow).getContentBounds(),
  );
  const pageHeight = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
  return { x, y, width, height, pageHeight };
}

test("the window is as tall as its page, and keeps its upper edge and the size that a person gives it", async ({
  launch,
  sandbox,
  desktop,
}) => {
  const app = await launch();
  const page = await app.window();
  const fits = async () => {
    const { height, pageHeight } = await measure(app, page);
    return height - Math.ceil(pageHeight);
  };
  await expect.poll(fits).toBe(0);
  const { x, y } = await measure(app, page);
  await logIn(page, sandbox, ana);
  await expect.poll(fits).toBe(0);
  const before = await measure(app, page);
  await page.getByRole("button", { name: "Renew", exact: true }).click();
  await page.locator(".banner").waitFor();
  await expect.poll(fits).toBe(0);
  const after = await measure(app, page);
  expect(after.height).toBeGreaterThan(before.height);
  expect(after).toMatchObject({ x, y, width: 400 });

  await page.getByRole("button", { name: "Settings" }).click();
  await expect.poll(async () => (await measure(app, page)).height).toBe(640);
  await page.getByRole("button", { name: "Back" }).click();
  await expect.poll(fits).toBe(0);

  // The page asks for a height only.
  await page.evaluate(() => moveTo(0, 0));
  const resize = ["search", "--onlyvisible", "--name", "^Verifik Tray$", "windowsize", "450", "600"];
  await promisify(execFile)("xdotool", resize, { env: desktop.env });
  const chosen = { x, y, width: 450, height: 600 };
  await expect.poll(() => measure(app, page)).toMatchObject(chosen);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: labels.copyToken }).waitFor();
  expect(await measure(app, page)).toMatchObject(chosen);
});
