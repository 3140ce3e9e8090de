import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { labels, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { expect, statusWith, test } from "../fixtures/app-test.ts";
import { windowTest } from "../fixtures/window-test.ts";

async function copied(app: TrayApp, read: () => Promise<string>, choice: string): Promise<string> {
  const before = await read();
  await app.trayItem.clickMenu(choice);
  await expect.poll(read).not.toBe(before);
  return read();
}

function issuedAtSeconds(token: string): number {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).iat;
}

windowTest(
  "the menu copies the token as it is, as a header and as a line of a .env file",
  async ({ app, loggedInPage: _page, desktop }) => {
    const read = () => desktop.clipboard.readClipboard();
    const token = await copied(app, read, "Copy bearer token");
    expect(token).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await copied(app, read, "Authorization header")).toBe(`Authorization: Bearer ${token}`);
    expect(await copied(app, read, ".env line (VERIFIK_TOKEN)")).toBe(`VERIFIK_TOKEN=${token}`);
    await app.trayItem.clickMenu("Log out");
    await expect.poll(read).toBe("");
  },
);

async function renewsAutomatically(app: TrayApp): Promise<boolean | undefined> {
  return (await app.trayItem.menu()).find(({ label }) => label === "Automatic renewal")?.checked;
}

test("Renew for one month replaces the token, and the window says when the new one expires and offers automatic renewal", async ({
  launch,
  launchLoggedIn,
  sandbox,
  desktop,
}) => {
  const { app, page: first } = await launchLoggedIn();
  const read = () => desktop.clipboard.readClipboard();
  const before = await copied(app, read, "Copy bearer token");
  await first.close();
  // Two tokens of the same second are the same to the letter.
  await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(issuedAtSeconds(before));

  await app.trayItem.clickMenu("Renew for one month");
  const page = await app.window();
  await expect(page.getByText(/^Renewed\. The new token expires on /)).toBeVisible();
  expect(sandbox.requests.at(-1)).toMatchObject({ method: "GET", path: "/v2/auth/session" });
  expect(Object.fromEntries(sandbox.requests.at(-1)?.query ?? [])).toEqual({ origin: "refresh", expiresIn: "1" });
  const after = await copied(app, read, "Copy bearer token");
  expect(after).toMatch(/^eyJ/);
  expect([await statusWith(before, sandbox), await statusWith(after, sandbox)]).toEqual([200, 200]);

  const requests = sandbox.requests.length;
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByRole("button", { name: "No, thanks" })).toHaveCount(0);
  await expect(page.getByRole("switch", { name: "Automatic renewal" })).toBeChecked();
  await expect(page.getByText(/^Next on /)).toBeVisible();
  await expect(page.getByRole("img", { name: /; renews itself on / })).toBeVisible();
  expect(await renewsAutomatically(app)).toBe(true);
  expect(sandbox.requests).toHaveLength(requests);
  await app.quit();

  const again = await launch();
  await again.waitForStatus(/^Token valid/);
  expect(await renewsAutomatically(again)).toBe(true);
  await again.trayItem.clickMenu("Automatic renewal");
  await expect.poll(() => renewsAutomatically(again)).toBe(false);
  expect(await copied(again, read, "Copy bearer token")).toBe(after);
});

windowTest("Revoke all tokens… asks first, in the window", async ({ app, loggedInPage: _page, sandbox }) => {
  const requests = sandbox.requests.length;
  await app.trayItem.clickMenu("Revoke all tokens…");
  const page = await app.window();
  await expect(page.getByRole("heading", { name: "Revoke all tokens?" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: labels.copyToken })).toBeVisible();
  expect(sandbox.requests).toHaveLength(requests);
});

windowTest("Settings… opens the settings, Open Verifik Tray the token", async ({ app, loggedInPage: page }) => {
  await page.close();
  await app.trayItem.clickMenu("Settings…");
  await expect((await app.window()).getByRole("heading", { name: "Settings" })).toBeVisible();
  await (await app.window()).close();
  await expect.poll(() => app.hasWindow()).toBe(false);
  await app.trayItem.clickMenu("Open Verifik Tray");
  await expect((await app.window()).getByRole("button", { name: labels.copyToken })).toBeVisible();
});

for (const [side, pointerX, middleX, tag] of [
  ["left", 100, 320, ["@all"]],
  ["right", 1000, 960, []],
] as const) {
  test(`the window opens on the display where the pointer is: ${side}`, { tag: [...tag] }, async ({
    launch,
    desktop,
  }) => {
    // Before the app is there: on X11 Electron 33 learns of the pointer at first, and then from its own windows only.
    await promisify(execFile)("xdotool", ["mousemove", String(pointerX), "400"], { env: desktop.env });
    const app = await launch({ args: ["--hidden"] });
    await app.waitUntilLoaded();
    // The virtual screen is one display, so Electron reports two, side by side. The pointer is the real one.
    await app.electron.evaluate(({ screen }) => {
      screen.getDisplayNearestPoint = ({ x }) =>
        ({ workArea: { x: x < 640 ? 0 : 640, y: 0, width: 640, height: 900 } }) as Electron.Display;
    });
    await app.trayItem.clickMenu("Open Verifik Tray");
    await app.window();
    const { x, width } = await app.electron.evaluate(({ BrowserWindow }) =>
      (BrowserWindow.getAllWindows()[0] as Electron.BrowserWindow).getBounds(),
    );
    expect(Math.abs(x + width / 2 - middleX)).toBeLessThan(4);
  });
}

test.describe("with tokens that live for an hour and six seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3606 } });

  test("a click on the reminder renews the token", async ({ launchLoggedIn, desktop }) => {
    const { app, page } = await launchLoggedIn();
    await page.close();
    const notification = await desktop.notifications.next();
    expect(notification).toMatchObject({
      summary: "Verifik token expires in 1 hour",
      body: "Click here to renew it.",
    });
    await app.waitForStatus("Token expires soon · 59 minutes left");
    desktop.notifications.click(notification.id);
    await expect((await app.window()).getByText(/^Renewed\. The new token expires on /)).toBeVisible();
    await app.waitForStatus("Token expires soon · 1 hour left");
  });

  test("the reminder says why the token was not renewed automatically, and renewing takes it away", async ({
    launchLoggedIn,
    desktop,
  }) => {
    const { app, page } = await launchLoggedIn();
    await page.getByRole("switch", { name: "Automatic renewal" }).check();
    expect(await desktop.notifications.next()).toMatchObject({
      summary: "Verifik token expires in 1 hour",
      body: "Not renewed automatically. Not for tokens that last less than two days. Click here to renew it.",
    });
    expect(desktop.notifications.shown).toHaveLength(1);
    await app.trayItem.clickMenu("Renew for one month");
    await expect.poll(() => desktop.notifications.shown).toEqual([]);
  });
});
