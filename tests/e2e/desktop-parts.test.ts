import { chooseMore, labels, logIn } from "../../desktop-lab/app/tray-app.ts";
import { startKeyring } from "../../desktop-lab/keyring/keyring.ts";
import { TrayHost } from "../../desktop-lab/tray/tray-host.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";

test.describe("on a desktop without a tray", () => {
  test.use({ desktopOptions: { trayHost: false } });

  test("the window opens, explains that until a tray comes, and offers everything that the menu does", async ({
    launch,
    sandbox,
    desktop,
  }) => {
    const first = await launch({ withoutTray: true });
    const page = await first.window();
    const explanation = page.getByText(/^This desktop shows no tray icons/);
    await expect(explanation).toBeVisible();
    const host = await TrayHost.start(desktop.busAddress);
    try {
      const item = await host.nextItem();
      await item.waitForMenu((menu) => menu[0]?.label === "Not logged in");
      await expect(explanation).toBeHidden();
    } finally {
      host.close();
    }
    await expect(explanation).toBeVisible();

    await logIn(page, sandbox, ana);
    const exited = first.exited();
    // The page may be gone before the click is answered; that the app quits is the answer.
    void page
      .getByRole("button", { name: "Quit" })
      .click()
      .catch(() => {});
    expect(await exited).toBe(0);

    // Also with a token, because there is nothing else to find it by.
    const second = await launch({ withoutTray: true });
    const again = await second.window();
    await again.getByRole("button", { name: labels.copyToken }).click();
    await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
    await again.getByRole("button", { name: "Settings" }).click();
    await again.getByRole("switch", { name: "Start when I sign in" }).check();
    await expect(again.getByRole("switch", { name: "Start when I sign in" })).toBeChecked();
    await again.getByRole("button", { name: "Back" }).click();
    await chooseMore(again, "Log out");
    await expect(again.getByText(/Copies of it elsewhere keep working until/)).toBeVisible();
  });
});

test.describe("without D-Bus", () => {
  test("the window works, and the token stays in memory", async ({ launch, sandbox }) => {
    const nowhere = "unix:path=/nonexistent/bus";
    const app = await launch({
      withoutTray: true,
      env: { DBUS_SESSION_BUS_ADDRESS: nowhere, DBUS_SYSTEM_BUS_ADDRESS: nowhere },
    });
    const page = await app.window();
    await expect(page.getByText(/^This desktop shows no tray icons/)).toBeVisible();
    await logIn(page, sandbox, ana);
    await expect(page.getByText(/No keyring is open/)).toBeVisible();
  });
});

test.describe("without a notification server", () => {
  test.use({
    desktopOptions: { notificationServer: false },
    sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 3 },
  });

  test("the tray still tells of the expiry, and nothing hangs", async ({ launchLoggedIn, sandbox }) => {
    const { app, page } = await launchLoggedIn();
    await app.waitForStatus("Token expired");
    const viewsInASecond = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let views = 0;
          window.verifikTray.onViewChanged(() => {
            views += 1;
          });
          setTimeout(() => resolve(views), 1000);
        }),
    );
    expect(viewsInASecond).toBeLessThan(3);
    // The reminder is not lost: it stays due for a server that comes later.
    const { remindersDone } = JSON.parse(app.readStore()).tokens[sandbox.origin];
    expect(remindersDone).toEqual([]);
    expect(await app.quit()).toBe(0);
  });
});

test.describe("with a keyring that comes later", () => {
  test.use({ desktopOptions: { keyring: false } });

  test("the token in memory is stored when the keyring comes, on a desktop that Chromium does not know too", async ({
    launch,
    launchLoggedIn,
    desktop,
  }) => {
    const env = { XDG_CURRENT_DESKTOP: "sway" };
    const { app, page } = await launchLoggedIn({ env });
    const inMemory = page.getByText(/No keyring is open, so the token is kept in memory only/);
    await expect(inMemory).toBeVisible();
    expect(await app.menuLabels()).toContain("Kept in memory only, until you quit");

    const keyring = await startKeyring(desktop.busAddress, desktop.env);
    try {
      await expect(inMemory).toBeHidden();
      expect(await app.menuLabels()).not.toContain("Kept in memory only, until you quit");
      await app.quit();
      await (await launch({ env })).waitForStatus("Token valid · 29 days left");
    } finally {
      await keyring.end();
    }
  });
});

test("keeps a token of another keyring, names that keyring, and reads the token when it is back", async ({
  launch,
  launchLoggedIn,
}) => {
  const { app: first } = await launchLoggedIn();
  await first.quit();
  const stored = first.readStore();

  const elsewhere = await launch({ args: ["--password-store=kwallet6"] });
  await elsewhere.waitForStatus("Not logged in");
  const page = await elsewhere.window();
  await expect(page.getByText(/was encrypted by GNOME Keyring, but this desktop uses KWallet/)).toBeVisible();
  await elsewhere.quit();
  expect(first.readStore()).toBe(stored);

  const withoutAny = await launch({ args: ["--password-store=basic"] });
  const explained = await withoutAny.window();
  await expect(explained.getByText(/no keyring is available to decrypt it/)).toBeVisible();
  await expect(explained.getByRole("button", { name: "Restart" })).toBeVisible();
  await withoutAny.quit();
  expect(first.readStore()).toBe(stored);

  await (await launch()).waitForStatus("Token valid · 29 days left");
});
