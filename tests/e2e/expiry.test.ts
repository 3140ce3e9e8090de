import { labels, logIn } from "../../desktop-lab/app/tray-app.ts";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { DEFAULT_TIMEOUT_MS, withDeadline } from "../../desktop-lab/process/condition.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";

test.describe("with tokens that live for six seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 6 } });

  test("shows the expiry in the tray and in one notification, whose click opens the window; then the token cannot be copied, even when the host clicks the disabled item", async ({
    launchLoggedIn,
    desktop,
  }) => {
    const { app, page } = await launchLoggedIn();
    await app.waitForStatus("Token expires soon · less than a minute left");
    const iconBefore = await app.trayItem.icon();
    await page.close();

    const notification = await desktop.notifications.next();
    expect(notification).toMatchObject({ summary: "Verifik token expired", body: "Click here to log in again." });
    await app.waitForStatus("Token expired");
    expect(await app.trayItem.icon()).not.toEqual(iconBefore);
    const copy = (await app.trayItem.menu()).find(({ label }) => label === "Copy bearer token");
    expect(copy?.enabled).toBe(false);
    await app.trayItem.clickMenuEvenIfDisabled("Copy bearer token");
    // The app answers it after the click before it.
    expect(await app.menuLabels()).toContain("Log in again…");
    expect(await app.hasWindow()).toBe(false);
    expect(await desktop.clipboard.readClipboard()).toBe("");

    desktop.notifications.click(notification.id);
    const opened = await app.window();
    // The number of the last login is filled in.
    await expect(opened.getByText("+57 ••••••••67")).toBeVisible();
    await expect(opened.getByRole("button", { name: labels.sendCode })).toBeFocused();
    // By now the click on the disabled item has been handled.
    expect(await desktop.clipboard.readClipboard()).toBe("");
  });

  test("reports a token that expired during sleep once, after the wake-up, withdraws that at quit, and does not repeat it", async ({
    launch,
    launchLoggedIn,
    sandbox,
    desktop,
  }) => {
    const { app } = await launchLoggedIn();
    const { expiresAtMs } = JSON.parse(app.readStore()).tokens[sandbox.origin];
    const pid = Number(app.electron.process().pid);
    // A stopped process sees of the time what one on a sleeping computer sees: nothing.
    process.kill(pid, "SIGSTOP");
    await expect.poll(() => Date.now() > expiresAtMs, { timeout: 20_000 }).toBe(true);
    expect(desktop.notifications.received).toEqual([]);
    process.kill(pid, "SIGCONT");
    expect(await desktop.notifications.next()).toMatchObject({ summary: "Verifik token expired" });
    await app.waitForStatus("Token expired");
    await app.quit();
    expect(desktop.notifications.received).toHaveLength(1);
    // Nobody would answer a click on it.
    expect(desktop.notifications.shown).toEqual([]);

    const second = await launch();
    await second.waitForStatus("Token expired");
    // The window of a token that has expired is opened after the reminder was looked into.
    await second.trayItem.clickMenu("Log in again…");
    await second.window();
    expect(desktop.notifications.received).toHaveLength(1);
  });
});

test.describe("with tokens that live for a minute", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 60 } });

  test("the ruler of an open window loses its ticks as time passes", async ({ launchLoggedIn }) => {
    const { page } = await launchLoggedIn();
    const ruler = page.getByRole("img", { name: /left$/ });
    await expect(ruler).toBeVisible();
    const gone = () => ruler.locator(".tick-gone").count();
    const before = await gone();
    await expect.poll(gone).toBeGreaterThanOrEqual(before + 2);
  });
});

/** systemd-logind, as far as it tells programs that the computer goes to sleep and wakes. */
async function startLoginManager(busAddress: string) {
  const manager = { path: "/org/freedesktop/login1", interface: "org.freedesktop.login1.Manager" };
  const connection = await BusConnection.open(busAddress);
  const asked = new Promise<void>((resolve) => {
    connection.answer((call) => {
      if (call.interface !== manager.interface || call.member !== "Inhibit") return undefined;
      resolve();
      // A lock would be a file descriptor; without one, sleep just does not wait for Electron.
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

test("a wake-up is noticed at once, long before the next timer is due", async ({ launch, sandbox, desktop }) => {
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
    // The clock has gone on in the meantime, and no timer knows.
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

// time.test.ts moves a running app to other zones.
test("the date follows the time zone, and the time left does not", { tag: "@all" }, async ({
  launch,
  launchLoggedIn,
}) => {
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
