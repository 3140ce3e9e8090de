import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { launchArguments, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { NotificationServer } from "../../desktop-lab/notifications/notification-server.ts";
import { endpoints } from "../../sandbox/endpoints.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import { copyFromMenu, expect, test } from "../fixtures/app-test.ts";
import { trayAnswersMs } from "../fixtures/tray-answers.ts";

const service = "org.freedesktop.Notifications";
const screenSaver = { path: "/org/gnome/ScreenSaver", interface: "org.gnome.ScreenSaver" };
const screenLocked = { ...screenSaver, member: "ActiveChanged", signature: "b", body: [true] };

// Three seconds after the login an hour is left, and a reminder is due.
test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3604 } });

function remindersDone(app: TrayApp, { origin }: Sandbox): string[] {
  return JSON.parse(readFileSync(app.storeFile(), "utf8")).tokens[origin].remindersDone;
}

for (const [what, method, tag] of [
  ["that answers nothing", undefined, []],
  ["that answers everything but Notify", "Notify", ["@all"]],
] as const) {
  test(`with a notification service ${what} the tray goes on, and the reminder comes when the service works again`, {
    tag: [...tag],
  }, async ({ launchLoggedIn, desktop, sandbox }) => {
    desktop.notifications.hang(method);
    const { app } = await launchLoggedIn();
    await desktop.notifications.untilHeld();
    expect(Math.max(...(await trayAnswersMs(app.trayItem, 3_000)))).toBeLessThan(1_000);
    await promisify(execFile)(electronBinary(), launchArguments(), {
      env: { ...desktop.env, VERIFIK_API_URL: sandbox.origin },
    });
    await app.waitForStatus("Token expires soon · 59 minutes left");
    expect(remindersDone(app, sandbox)).toEqual([]);

    desktop.notifications.resume();
    expect(await desktop.notifications.next()).toMatchObject({ summary: "Verifik token expires in 1 hour" });
    await expect.poll(() => remindersDone(app, sandbox)).toEqual(["1-hour"]);
    expect(desktop.notifications.received).toHaveLength(1);
  });
}

test.describe("on a desktop whose notification service is started by the bus", () => {
  test.use({ desktopOptions: { notificationServer: false } });

  test("the tray goes on while the service does not come, and the reminder comes with the service", async ({
    launchLoggedIn,
    desktop,
    sandbox,
  }) => {
    await desktop.addService(service, "/bin/sleep 30");
    const { app } = await launchLoggedIn();
    await app.waitForStatus("Token expires soon · 59 minutes left");
    expect(Math.max(...(await trayAnswersMs(app.trayItem, 2_000)))).toBeLessThan(1_000);
    expect(remindersDone(app, sandbox)).toEqual([]);
    const server = await NotificationServer.start(desktop.busAddress);
    try {
      expect(await server.next()).toMatchObject({ summary: "Verifik token expires in 1 hour" });
    } finally {
      server.stop();
    }
  });
});

test("a click on another program's notification does nothing, even if it has the id of a reminder before a restart of the service", async ({
  launchLoggedIn,
  desktop,
  sandbox,
}) => {
  const { app } = await launchLoggedIn();
  const reminder = await desktop.notifications.next();
  desktop.notifications.stop();
  const restarted = await NotificationServer.start(desktop.busAddress);
  const otherProgram = await BusConnection.open(desktop.busAddress);
  try {
    const body = ["Mail", 0, "", "A letter", "", ["default", "Open"], {}, -1];
    const address = { destination: service, path: "/org/freedesktop/Notifications", interface: service };
    const notify = { ...address, member: "Notify", signature: "susssasa{sv}i", body };
    expect(await otherProgram.call(notify)).toEqual([reminder.id]);
    await copyFromMenu(app);
    restarted.click(reminder.id);
    // Answered after the click. So the lock of the screen, which clears the clipboard, reaches the app after the click.
    await otherProgram.call(notify);
    otherProgram.emit(screenLocked);
    await expect.poll(() => desktop.clipboard.readClipboard()).not.toMatch(/^eyJ/);
    await app.trayItem.clickMenu("Check token");
    await expect.poll(() => sandbox.requests.some(({ path }) => path === endpoints["get-client"])).toBe(true);
    expect(sandbox.requests.filter(({ path }) => path === endpoints["renew-token"])).toEqual([]);

    await app.quit();
    expect(restarted.shown).toHaveLength(1);
  } finally {
    otherProgram.close();
    restarted.stop();
  }
});
