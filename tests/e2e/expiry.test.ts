import { ana, expect, test } from "./fixtures.ts";
import { labels, logIn } from "./tray-app.ts";

test.describe("with tokens that live for six seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 6 } });

  test("expiry is told by the tray and by one notification, whose click opens the window", async ({
    launch,
    sandbox,
    desktop,
  }) => {
    const app = await launch();
    const page = await app.window();
    await logIn(page, sandbox, ana);
    await app.waitForStatus("Token expires soon · less than a minute left");
    const iconBefore = await app.trayItem.icon();
    await page.close();

    const notification = await desktop.notifications.next();
    expect(notification).toMatchObject({ summary: "Verifik token expired", body: "Click here to log in again." });
    await app.waitForStatus("Token expired");
    expect(await app.trayItem.icon()).not.toEqual(iconBefore);
    expect(await app.hasWindow()).toBe(false);

    desktop.notifications.click(notification.id);
    const opened = await app.window();
    await expect(opened.getByLabel(labels.phoneNumber)).toBeFocused();
  });

  test("an expired token is not copied, even when the host clicks the disabled item", async ({
    launch,
    sandbox,
    desktop,
  }) => {
    const app = await launch();
    await logIn(await app.window(), sandbox, ana);
    await app.waitForStatus("Token expired");
    const copy = (await app.trayItem.menu()).find(({ label }) => label === "Copy bearer token");
    expect(copy?.enabled).toBe(false);
    await app.trayItem.clickMenuEvenIfDisabled("Copy bearer token");
    // The click on Log in again… is handled after the one before it.
    await app.trayItem.clickMenu("Log in again…");
    await expect((await app.window()).getByLabel(labels.phoneNumber)).toBeVisible();
    expect(await desktop.clipboard.readClipboard()).toBe("");
  });

  test("a token that expires while the computer sleeps is told of once, after it wakes", async ({
    launch,
    sandbox,
    desktop,
  }) => {
    const app = await launch();
    await logIn(await app.window(), sandbox, ana);
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
  });

  test("a restart does not repeat a reminder", async ({ launch, sandbox, desktop }) => {
    const first = await launch();
    await logIn(await first.window(), sandbox, ana);
    await desktop.notifications.next();
    await first.waitForStatus("Token expired");
    await first.quit();

    const second = await launch();
    await second.waitForStatus("Token expired");
    // The window of a token that has expired is opened after the reminder was looked into.
    await second.trayItem.clickMenu("Log in again…");
    await second.window();
    expect(desktop.notifications.received).toHaveLength(1);
  });
});

test.describe("with tokens that live for an hour and three seconds", () => {
  test.use({ sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3603 } });

  test("an hour before expiry there is a reminder that says so", async ({ launch, sandbox, desktop }) => {
    const app = await launch();
    await logIn(await app.window(), sandbox, ana);
    await app.waitForStatus("Token expires soon · 1 hour left");
    expect(await desktop.notifications.next()).toMatchObject({ summary: "Verifik token expires in 1 hour" });
    await app.waitForStatus("Token expires soon · 59 minutes left");
    expect(desktop.notifications.received).toHaveLength(1);
  });
});

test.describe("with tokens that live for seven days and three seconds", () => {
  test.use({
    sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 7 * 24 * 3600 + 3 },
    language: "es_CO.UTF-8",
  });

  test("seven days before expiry there is a reminder, in Spanish too", async ({ launch, sandbox, desktop }) => {
    const app = await launch();
    await logIn(await app.window(), sandbox, ana);
    await app.waitForStatus("Token válido · quedan 7 días");
    expect(await desktop.notifications.next()).toMatchObject({ summary: "El token de Verifik vence en 7 días" });
    await app.waitForStatus("El token vence pronto · quedan 6 días");
  });
});

test("the date follows the time zone, and the time left does not", async ({ launch, sandbox }) => {
  const first = await launch({ env: { TZ: "America/Bogota" } });
  await logIn(await first.window(), sandbox, ana);
  await first.waitForStatus("Token valid · 29 days left");
  const [, inBogota] = await first.menuLabels();
  await first.quit();

  const second = await launch({ env: { TZ: "Asia/Tokyo" } });
  await second.waitForStatus("Token valid · 29 days left");
  const [, inTokyo] = await second.menuLabels();
  expect(inTokyo).toMatch(/^Good until /);
  expect(inTokyo).not.toBe(inBogota);
});
