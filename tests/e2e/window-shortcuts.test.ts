import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { labels } from "../../desktop-lab/app/tray-app.ts";
import { expect, test } from "../fixtures/app-test.ts";

test("Ctrl with plus and minus changes the size of the text up to double, and Ctrl W closes the window", async ({
  launch,
  desktop,
}) => {
  const app = await launch();
  await expect((await app.window()).getByLabel(labels.phoneNumber)).toBeFocused();
  // Playwright's keys pass Electron by.
  const press = (...keys: string[]) => promisify(execFile)("xdotool", ["key", ...keys], { env: desktop.env });
  const zoom = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.zoomFactor);
  await press(...Array<string>(6).fill("ctrl+plus"));
  await expect.poll(zoom).toBe(2);
  await press("ctrl+minus");
  await expect.poll(zoom).toBeCloseTo(1.75);
  await press("ctrl+0");
  await expect.poll(zoom).toBe(1);
  await press("ctrl+w");
  await expect.poll(() => app.hasWindow()).toBe(false);
});

test("F12 opens DevTools, and closes them again", async ({ launch }) => {
  const app = await launch();
  await expect((await app.window()).getByLabel(labels.phoneNumber)).toBeFocused();
  const devToolsAreOpen = () =>
    app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().some((one) => one.isDevToolsOpened()));
  const pressF12 = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: "keyDown", keyCode: "F12" }),
    );
  await pressF12();
  await expect.poll(devToolsAreOpen).toBe(true);
  await pressF12();
  await expect.poll(devToolsAreOpen).toBe(false);
});
