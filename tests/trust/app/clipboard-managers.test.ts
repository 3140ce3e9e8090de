import { setTimeout as wait } from "node:timers/promises";
import { logIn, type TrayApp } from "../../../desktop-lab/app/tray-app.ts";
import { BusConnection } from "../../../desktop-lab/bus/bus-connection.ts";
import {
  type ClipboardManager,
  clipboardManagers,
  isInstalled,
  startClipboardManager,
  untilSeen,
} from "../../../desktop-lab/clipboard/clipboard-managers.ts";
import type { PrivateDesktop } from "../../../desktop-lab/desktop/private-desktop.ts";
import type { Bridge } from "../../../preload/contract.ts";
import { copyFromMenu, expect, sam, test } from "../../fixtures/app-test.ts";
import { howOften, recordFigure } from "../figures.ts";

declare const verifikTray: Bridge;

type End = (app: TrayApp, desktop: PrivateDesktop) => Promise<unknown>;

/** What takes the token off the clipboard. */
const ends: Readonly<Record<string, End>> = {
  time: async (app) => {
    const page = await app.window();
    await page.evaluate(() => verifikTray.changeSettings({ clipboardClearing: "15-seconds" }));
    await copyFromMenu(app);
  },
  "screen lock": async (_app, { busAddress }) => {
    const bus = await BusConnection.open(busAddress);
    const screenSaver = { path: "/org/gnome/ScreenSaver", interface: "org.gnome.ScreenSaver" };
    bus.emit({ ...screenSaver, member: "ActiveChanged", signature: "b", body: [true] });
    bus.close();
  },
  revocation: async (app) => (await app.window()).evaluate(() => verifikTray.revokeTokens()),
  "log-out": async (app) => {
    await app.trayItem.clickMenu("Log out");
    await app.waitForStatus("Not logged in");
  },
  quitting: (app) => app.quit(),
  SIGTERM: (app) => app.end(),
};
/** After these the app has to be started again. */
const last = ["quitting", "SIGTERM"];

/** Longer than a running app offers its harmless text, and a manager then takes to look. */
const staysGoneMs = 4_000;
/** The offer is over when the app has ended. */
const staysGoneAfterQuitMs = 1_500;

/** Copies the token, and tells whether it is on a selection in the seconds after the clipboard was cleared. */
async function isSeenAfter(
  name: string,
  app: TrayApp,
  manager: ClipboardManager,
  desktop: PrivateDesktop,
): Promise<boolean> {
  const { clipboard } = desktop;
  const texts = () => Promise.all([clipboard.readClipboard(), clipboard.readPrimary()]);
  await copyFromMenu(app);
  const [token] = await texts();
  expect(token).toMatch(/^eyJ/);
  await untilSeen(manager, token, desktop.env);
  await ends[name]?.(app, desktop);
  await expect.poll(texts, { timeout: 30_000 }).not.toContain(token);
  const forMs = last.includes(name) ? staysGoneAfterQuitMs : staysGoneMs;
  for (const untilMs = performance.now() + forMs; performance.now() < untilMs; await wait(200)) {
    if ((await texts()).includes(token)) return true;
  }
  return false;
}

function testUnder(manager: ClipboardManager, tag: readonly string[]): void {
  const { program, history } = manager;
  const tried = howOften({ full: 1, short: 0 }) || tag.length > 0 ? Object.keys(ends) : ["quitting"];

  test(`${program} brings no token back, and keeps what was copied since`, { tag: [...tag] }, async ({
    launch,
    launchLoggedIn,
    sandbox,
    desktop,
  }) => {
    test.skip(!isInstalled(manager), `${program} is not installed here.`);
    const running = await startClipboardManager(manager, desktop.env, desktop.clipboard);
    let { app } = await launchLoggedIn();
    const seen: string[] = [];
    for (const name of tried) {
      if (await isSeenAfter(name, app, manager, desktop)) seen.push(name);
      // It brings the harmless text back instead, which shows that it was at work.
      if (!history) await expect.poll(() => desktop.clipboard.readClipboard(), name).toBe("-");
      if (name === "log-out") {
        // Ana's number waits for its cool-down.
        await logIn(await app.window(), sandbox, sam);
        await app.waitForStatus("Token valid · 29 days left");
      }
      if (!last.includes(name)) continue;
      app = await launch();
      await app.waitForStatus("Token valid · 29 days left");
    }
    recordFigure({
      part: "leaks",
      item: "clipboard managers: a cleared token comes back to no selection",
      tries: tried.length,
      failures: seen.length,
    });
    expect(seen).toEqual([]);
    await copyFromMenu(app);
    await desktop.clipboard.write("copied since");
    await app.quit();
    await expect.poll(() => desktop.clipboard.readClipboard()).toBe("copied since");
    expect(running.isRunning).toBe(true);
    await running.end();
  });
}

for (const manager of clipboardManagers) testUnder(manager, manager.program === "parcellite" ? [] : ["@all"]);
