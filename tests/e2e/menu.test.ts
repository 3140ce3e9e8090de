import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { closeWindow, expect, statusWith, test } from "../fixtures/app-test.ts";

async function copied(app: TrayApp, read: () => Promise<string>, choice: string): Promise<string> {
  const before = await read();
  await app.trayItem.clickMenu(choice);
  await expect.poll(read).not.toBe(before);
  return read();
}

function issuedAtSeconds(token: string): number {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).iat;
}

test("replaces the token by Renew for one month, and shows the new date in the window", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app, page } = await launchLoggedIn();
  const read = () => desktop.clipboard.readClipboard();
  const before = await copied(app, read, "Copy bearer token");
  await page.close();
  // Two tokens that are issued in the same second are equal.
  await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(issuedAtSeconds(before));

  await app.trayItem.clickMenu("Renew for one month");
  await expect((await app.window()).getByText(/^Renewed until /)).toBeVisible();
  expect(sandbox.requests.at(-1)).toMatchObject({ method: "GET", path: "/v2/auth/session" });
  expect(Object.fromEntries(sandbox.requests.at(-1)?.query ?? [])).toEqual({ origin: "refresh", expiresIn: "1" });
  const after = await copied(app, read, "Copy bearer token");
  expect(after).toMatch(/^eyJ/);
  expect([await statusWith(before, sandbox), await statusWith(after, sandbox)]).toEqual([200, 200]);
  await app.quit();

  const again = await launch();
  await again.waitForStatus(/^Token valid/);
  expect(await copied(again, read, "Copy bearer token")).toBe(after);
});

test("opens the settings, the token and the question before a revocation, each by its own item", async ({
  launchLoggedIn,
  sandbox,
}) => {
  const { app, page: first } = await launchLoggedIn();
  await first.close();
  const requests = sandbox.requests.length;
  await app.trayItem.clickMenu("Settings…");
  await expect((await app.window()).getByRole("heading", { name: "Settings" })).toBeVisible();
  await closeWindow(app);
  await app.trayItem.clickMenu("Open window");
  const page = await app.window();
  await expect(page.getByRole("button", { name: labels.copyToken })).toBeVisible();
  await app.trayItem.clickMenu("Revoke all tokens…");
  await expect(page.getByRole("heading", { name: "Revoke all tokens?" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: labels.copyToken })).toBeVisible();
  expect(sandbox.requests).toHaveLength(requests);
});

test("opens the window on the display where the pointer is", async ({ launch, desktop }) => {
  // Before the app starts: on X11 Electron 33 learns the pointer's position at first, and then from its own windows only.
  await promisify(execFile)("xdotool", ["mousemove", "1000", "400"], { env: desktop.env });
  const app = await launch({ args: ["--hidden"] });
  await app.waitUntilLoaded();
  // The virtual screen is one display, so Electron is told that there are two, side by side. The pointer is the real one.
  await app.electron.evaluate(({ screen }) => {
    screen.getDisplayNearestPoint = ({ x }) =>
      ({ workArea: { x: x < 640 ? 0 : 640, y: 0, width: 640, height: 900 } }) as Electron.Display;
  });
  await app.trayItem.clickMenu("Open window");
  await app.window();
  const { x, width } = await app.electron.evaluate(({ BrowserWindow }) =>
    (BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow).getBounds(),
  );
  expect(Math.abs(x + width / 2 - 960)).toBeLessThan(4);
});

test.describe("with tokens that live for an hour and six seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3606 } });

  test("renews the token by a click on the reminder", async ({ launchLoggedIn, desktop }) => {
    const { app, page } = await launchLoggedIn();
    await page.close();
    const notification = await desktop.notifications.next();
    expect(notification).toMatchObject({
      summary: "Verifik token expires in 1 hour",
      body: "Click here to renew it.",
    });
    await app.waitForStatus("Token expires soon · 59 minutes left");
    expect(desktop.notifications.received).toHaveLength(1);
    desktop.notifications.click(notification.id);
    await expect((await app.window()).getByText(/^Renewed until /)).toBeVisible();
    await app.waitForStatus("Token expires soon · 1 hour left");
  });

  test("removes a reminder that is no longer due after a renewal", async ({ launchLoggedIn, desktop }) => {
    const { app } = await launchLoggedIn();
    await desktop.notifications.next();
    expect(desktop.notifications.shown).toHaveLength(1);
    await app.trayItem.clickMenu("Renew for one month");
    await expect.poll(() => desktop.notifications.shown).toEqual([]);
  });
});
