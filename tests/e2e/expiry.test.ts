import { labels, logIn } from "../../desktop-lab/app/tray-app.ts";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { DEFAULT_TIMEOUT_MS, withDeadline } from "../../desktop-lab/process/condition.ts";
import { ana, closeWindow, expect, test } from "../fixtures/app-test.ts";

test.describe("with tokens that live for six seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 6 } });

  test("shows an expired token in the tray and in one notification, and does not copy it", async ({
    launch,
    launchLoggedIn,
    desktop,
  }) => {
    const { app } = await launchLoggedIn();
    await app.waitForStatus("Token expires soon · less than a minute left");
    const iconBefore = await app.trayItem.icon();
    await closeWindow(app);
    const notification = await desktop.notifications.next();
    expect(notification).toMatchObject({ summary: "Verifik token expired", body: "Click here to log in again." });
    await app.waitForStatus("Token expired");
    expect(await app.trayItem.icon()).not.toEqual(iconBefore);
    expect(await app.hasWindow()).toBe(false);

    await test.step("a click on the disabled Copy, as some tray hosts allow it, copies nothing", async () => {
      const copy = (await app.trayItem.menu()).find(({ label }) => label === "Copy bearer token");
      expect(copy?.enabled).toBe(false);
      await app.trayItem.clickMenuEvenIfDisabled("Copy bearer token");
    });
    await test.step("a click on the notification opens the window with the remembered number", async () => {
      // It is handled after the click before it.
      desktop.notifications.click(notification.id);
      const opened = await app.window();
      await expect(opened.getByText("+57 ••••••••67")).toBeVisible();
      await expect(opened.getByRole("button", { name: labels.sendCode })).toBeFocused();
      expect(await desktop.clipboard.readClipboard()).toBe("");
    });
    await test.step("a restart does not repeat the notification", async () => {
      await app.quit();
      const second = await launch();
      await second.waitForStatus("Token expired");
      // The app opens the window of an expired token after it has looked for due reminders.
      await second.trayItem.clickMenu("Log in again…");
      await second.window();
      expect(desktop.notifications.received).toHaveLength(1);
    });
  });

  test("notifies once, after the wake-up, about a token that expired while the computer slept", async ({
    launchLoggedIn,
    sandbox,
    desktop,
  }) => {
    const { app } = await launchLoggedIn();
    const { expiresAtMs } = JSON.parse(app.readStore()).tokens[sandbox.origin];
    const pid = Number(app.electron.process().pid);
    // A stopped process notices no time, like one on a sleeping computer.
    process.kill(pid, "SIGSTOP");
    await expect.poll(() => Date.now() > expiresAtMs, { timeout: 20_000 }).toBe(true);
    expect(desktop.notifications.received).toEqual([]);
    process.kill(pid, "SIGCONT");
    expect(await desktop.notifications.next()).toMatchObject({ summary: "Verifik token expired" });
    await app.waitForStatus("Token expired");
    await app.quit();
    expect(desktop.notifications.received).toHaveLength(1);
  });
});

test.describe("with tokens that live for seven days and three seconds", () => {
  test.use({
    sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 7 * 24 * 3600 + 3 },
    language: "es_CO.UTF-8",
  });

  test("reminds seven days before the expiry, here in Spanish", async ({ launchLoggedIn, desktop }) => {
    const { app } = await launchLoggedIn();
    await app.waitForStatus("Token válido · quedan 7 días");
    expect(await desktop.notifications.next()).toMatchObject({ summary: "El token de Verifik vence en 7 días" });
    await app.waitForStatus("El token vence pronto · quedan 6 días");
  });
});

/** The part of systemd-logind that tells programs about sleep and wake-up. */
async function startLoginManager(busAddress: string) {
  const manager = { path: "/org/freedesktop/login1", interface: "org.freedesktop.login1.Manager" };
  const connection = await BusConnection.open(busAddress);
  const asked = new Promise<void>((resolve) => {
    connection.answer((call) => {
      if (call.interface !== manager.interface || call.member !== "Inhibit") return undefined;
      resolve();
      // A lock would be a file descriptor. Without one, sleep does not wait for Electron.
      return Promise.reject(new Error("No locks are given here."));
    });
  });
  await connection.ownName("org.freedesktop.login1");
  return {
    /** Electron listens by the time it asks for a lock. */
    electronListens: () => withDeadline(asked, DEFAULT_TIMEOUT_MS, () => "Electron asked for no lock"),
    /** Before sleep with true, after it with false. */
    prepareForSleep(start: boolean): void {
      connection.emit({ ...manager, member: "PrepareForSleep", signature: "b", body: [start] });
    },
    close: () => connection.close(),
  };
}

test("notices a wake-up at once, long before the next timer is due", async ({ launch, sandbox, desktop }) => {
  const loginManager = await startLoginManager(desktop.busAddress);
  try {
    const app = await launch();
    await loginManager.electronListens();
    await logIn(await app.window(), sandbox, ana);
    await app.waitForStatus("Token valid · 29 days left");
    const asleep = await app.electron.evaluateHandle(({ powerMonitor }) => ({
      noticed: new Promise<void>((resolve) => powerMonitor.once("suspend", () => resolve())),
    }));
    loginManager.prepareForSleep(true);
    await asleep.evaluate(({ noticed }) => noticed);
    // The clock goes on by a month, which no timer notices.
    await app.electron.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 31 * 24 * 3600 * 1000;
    });
    loginManager.prepareForSleep(false);
    await app.waitForStatus("Token expired");
    expect(await desktop.notifications.next()).toMatchObject({ summary: "Verifik token expired" });
    await app.quit();
    expect(desktop.notifications.received).toHaveLength(1);
  } finally {
    loginManager.close();
  }
});

test("shows the date in the system's time zone, and the same time left in each", async ({ launch, launchLoggedIn }) => {
  const { app: first } = await launchLoggedIn({ env: { TZ: "America/Bogota" } });
  await first.waitForStatus("Token valid · 29 days left");
  const [, inBogota] = await first.menuLabels();
  await first.quit();

  const second = await launch({ env: { TZ: "Asia/Tokyo" } });
  await second.waitForStatus("Token valid · 29 days left");
  const [, inTokyo] = await second.menuLabels();
  expect(inTokyo).toMatch(/^Expires on /);
  expect(inTokyo).not.toBe(inBogota);
});
