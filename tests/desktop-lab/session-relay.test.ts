import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FixtureApp } from "../../desktop-lab/app/fixture-app.ts";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { type PrivateDesktop, startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { relaySession } from "../../desktop-lab/desktop/session-relay.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import type { TrayItem } from "../../desktop-lab/tray/tray-item.ts";

// Above the desktop's own deadlines, so that their messages are seen.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const cleanups = new CleanupStack();
let ours: PrivateDesktop;
let theirs: PrivateDesktop;
let app: FixtureApp;
let item: TrayItem;

async function startDesktop(options: Parameters<typeof startPrivateDesktop>[0]): Promise<PrivateDesktop> {
  return cleanups.adopt(await startPrivateDesktop(options), ({ stop }) => stop());
}

beforeAll(async () => {
  ours = await startDesktop({ trayHost: false, notificationServer: false });
  theirs = await startDesktop({ keyring: false });
  cleanups.adopt(await relaySession({ from: ours.busAddress, to: theirs.busAddress }), ({ close }) => close());
  app = cleanups.adopt(await FixtureApp.start(ours), (started) => started.end());
  item = await theirs.trayHost.nextItem();
});
afterAll(() => cleanups.run());

test("an app's item appears in the other session's tray, and clicks there reach the app", async () => {
  expect(await item.icon()).toMatchObject([{ width: 22, height: 22 }]);
  expect((await item.menu()).map(({ label }) => label)).toContain("Copy snake_case");
  await item.activate();
  await app.report(/"clicked":"icon"/);
  await item.clickMenu("Copy snake_case");
  await item.waitForTooltip((tooltip) => tooltip === "Copied");
  await item.waitForMenu(([first]) => first?.label === "Copied");
});

test("an app's notification is shown in the other session, and its click reaches the app", async () => {
  await item.clickMenu("Notify");
  const { id, summary } = await theirs.notifications.next();
  expect(summary).toBe("Token expires");
  theirs.notifications.click(id);
  await app.report(/"clicked":"notification"/);
});

test("an error of one session's service is an error in the other session", async () => {
  const bus = cleanups.adopt(await BusConnection.open(ours.busAddress), (connection) => connection.close());
  const name = "org.freedesktop.Notifications";
  const unknown = { destination: name, path: "/org/freedesktop/Notifications", interface: name, member: "Unknown" };
  await expect(bus.call(unknown)).rejects.toMatchObject({ type: "org.freedesktop.DBus.Error.UnknownMethod" });
});

test("the app keeps its own keyring", async () => {
  expect(await app.report(/"encryption":/)).toMatchObject({ encryption: { available: true } });
});

test("the item leaves the tray with its app", async () => {
  await item.clickMenu("Quit");
  await item.waitUntilGone();
});

test("a missing tray or notification server is not offered", async () => {
  const bare = await startDesktop({ keyring: false, trayHost: false, notificationServer: false });
  const empty = await startDesktop({ keyring: false, trayHost: false, notificationServer: false });
  cleanups.adopt(await relaySession({ from: bare.busAddress, to: empty.busAddress }), ({ close }) => close());
  const bus = cleanups.adopt(await BusConnection.open(bare.busAddress), (connection) => connection.close());
  expect(await bus.isAvailable("org.kde.StatusNotifierWatcher")).toBe(false);
  expect(await bus.isAvailable("org.freedesktop.Notifications")).toBe(false);
});
