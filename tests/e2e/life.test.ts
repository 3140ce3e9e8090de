import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { enterCode, labels, launchArguments, logIn, requestCode } from "../../desktop-lab/app/tray-app.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { ana, closeWindow, copyFromMenu, expect, sam, test } from "../fixtures/app-test.ts";

test("a crash of the window's process brings a new window, where the person was", async ({ launch, sandbox }) => {
  const app = await launch();
  const page = await app.window();
  const otp = await requestCode(page, sandbox, ana);
  const reopened = app.electron.waitForEvent("window");
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
  });
  const next = await reopened;
  await enterCode(next, otp);
  await app.waitForStatus("Token valid · 29 days left");
});

test("with --hidden no window opens; a second start ends with 0 and opens the first one's window, unless it is hidden too", async ({
  launch,
  sandbox,
  desktop,
}) => {
  const app = await launch({ args: ["--hidden"] });
  // By this everything behind the icon is loaded, and a window that opens by itself is made.
  await app.waitUntilLoaded();
  expect(await app.hasWindow()).toBe(false);
  expect(await app.menuLabels()).toContain("Log in…");
  expect(await app.hasWindow()).toBe(false);
  const startAgain = (args: readonly string[]) =>
    promisify(execFile)(electronBinary(), launchArguments(args), {
      env: { ...desktop.env, VERIFIK_API_URL: sandbox.origin },
    });
  await app.electron.evaluate(({ app }) => {
    Object.assign(globalThis, { noticed: new Promise((resolve) => app.once("second-instance", resolve)) });
  });
  await startAgain(["--hidden"]);
  await app.electron.evaluate(() => Reflect.get(globalThis, "noticed"));
  expect(await app.hasWindow()).toBe(false);
  await startAgain([]);
  await expect((await app.window()).getByLabel(labels.phoneNumber)).toBeVisible();
});

test("Log out says so when the token cannot be deleted; once it can, it is gone here and from the clipboard, and the window says that it stays valid at Verifik", async ({
  launchLoggedIn,
  desktop,
}) => {
  const { app, page } = await launchLoggedIn();
  await page.close();
  // A folder in the file's place, which nobody can write as a file, not even root.
  rmSync(app.storeFile());
  mkdirSync(join(app.storeFile(), "in the way"), { recursive: true });
  await app.trayItem.clickMenu("Log out");
  await expect((await app.window()).getByText(/The token could not be deleted from disk/)).toBeVisible();
  await app.waitForStatus("Token valid · 29 days left");
  rmSync(app.storeFile(), { recursive: true });

  await copyFromMenu(app);
  await closeWindow(app);
  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  await expect((await app.window()).getByText(/Copies of it elsewhere keep working until/)).toBeVisible();
  expect(JSON.parse(app.readStore())).toMatchObject({ schemaVersion: 1, tokens: {}, keptAside: [] });
  await expect.poll(() => desktop.clipboard.readClipboard()).toBe("");
  await expect.poll(() => desktop.clipboard.readPrimary()).toBe("");
  expect(await app.menuLabels()).toEqual([
    "Not logged in",
    "Copy bearer token",
    "Log in…",
    "Open Verifik Tray",
    "Settings…",
    "Quit",
  ]);
});

test("SIGTERM, SIGINT and SIGHUP quit as the menu does, and the token is kept", async ({
  launch,
  launchLoggedIn,
  desktop,
}) => {
  // Four starts.
  test.setTimeout(120_000);
  let { app, page } = await launchLoggedIn();
  for (const [index, signal] of (["SIGTERM", "SIGINT", "SIGHUP"] as const).entries()) {
    // This loads electron-store, and with it listeners that would end the process at once.
    const ownReminder = { enabled: true, days: index + 1 };
    const changed = await page.evaluate((changes) => window.verifikTray.changeSettings(changes), { ownReminder });
    expect(changed.ok).toBe(true);
    await copyFromMenu(app);
    app.electron.process().kill(signal);
    expect(await app.exited(), signal).toBe(0);
    expect(await desktop.clipboard.readClipboard()).toBe("");
    app = await launch();
    await app.waitForStatus("Token valid · 29 days left");
    await app.trayItem.activate();
    page = await app.window();
  }
});

test("a token is shown only with the API that issued it, and is there again with it", async ({
  launch,
  launchLoggedIn,
}) => {
  const { app: first } = await launchLoggedIn();
  await first.quit();

  const otherApi = await startSandbox({ coolDownSeconds: 0 });
  try {
    const elsewhere = await launch({ apiOrigin: otherApi.origin });
    await elsewhere.waitForStatus("Not logged in");
    const page = await elsewhere.window();
    await expect(page.getByText(`Connected to ${otherApi.origin} instead of api.verifik.co.`)).toBeVisible();
    await logIn(page, otherApi, sam);
    await elsewhere.quit();
  } finally {
    await otherApi.close();
  }

  const again = await launch();
  await again.waitForStatus("Token valid · 29 days left");
  expect(await again.hasWindow()).toBe(false);
});

test("a ciphertext that the keyring cannot read is kept, and set aside by the next login", async ({
  launch,
  launchLoggedIn,
  sandbox,
}) => {
  const { app: first } = await launchLoggedIn();
  await first.quit();
  const store = JSON.parse(first.readStore());
  const garbled = Buffer.concat([Buffer.from("v11"), Buffer.alloc(64, 7)]).toString("base64");
  store.tokens[sandbox.origin].ciphertext = garbled;
  writeFileSync(first.storeFile(), JSON.stringify(store));

  const second = await launch();
  await second.waitForStatus("Not logged in");
  expect(await second.menuLabels()).toContain("The stored token cannot be read");
  expect(second.readStore()).toContain(garbled);
  const page = await second.window();
  await expect(page.getByText(/a key that your keyring no longer has/)).toBeVisible();
  await page.getByRole("button", { name: "Log in…" }).click();
  await logIn(page, sandbox, ana);
  const after = JSON.parse(second.readStore());
  expect(after.tokens[sandbox.origin].ciphertext).not.toBe(garbled);
  expect(after.keptAside).toEqual([expect.objectContaining({ ciphertext: garbled, apiOrigin: sandbox.origin })]);

  await second.trayItem.clickMenu("Log out");
  await second.waitForStatus("Not logged in");
  expect(second.readStore()).not.toContain(garbled);
});

test.describe("without a keyring", () => {
  test.use({ desktopOptions: { keyring: false } });

  test("the token stays in memory, which tray and window say, and is gone after a restart", async ({
    launch,
    launchLoggedIn,
    desktop,
  }) => {
    const { app, page } = await launchLoggedIn();
    await expect(page.getByText(/No keyring is open, so the token is kept in memory only/)).toBeVisible();
    expect(await app.menuLabels()).toContain("Kept in memory only, until you quit");
    expect(app.readStore()).not.toContain("ciphertext");
    await app.trayItem.clickMenu("Copy bearer token");
    await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
    await app.quit();
    // Not the number either.
    const folder = dirname(app.storeFile());
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes("3001234567"))).toEqual(
      [],
    );

    const again = await launch();
    await again.waitForStatus("Not logged in");
    await expect((await again.window()).getByLabel(labels.phoneNumber)).toHaveValue("");
  });
});

test.describe("in Spanish", () => {
  // Nine seconds after the login seven days are left, and a reminder is due.
  test.use({
    language: "es_CO.UTF-8",
    sandboxOptions: { coolDownSeconds: 0, tokenLifetimeSeconds: 7 * 24 * 3600 + 9 },
  });

  test("tray, window and notification speak Spanish by the system's language", async ({ launch, sandbox, desktop }) => {
    const app = await launch();
    const page = await app.window();
    expect(await app.menuLabels()).toEqual([
      "Sin sesión",
      "Copiar token bearer",
      "Iniciar sesión…",
      "Abrir Verifik Tray",
      "Configuración…",
      "Salir",
    ]);
    await expect(page.getByLabel(labels.country)).toHaveAccessibleName("País: Colombia, +57");
    await logIn(page, sandbox, ana);
    await app.waitForStatus("Token válido · quedan 7 días");
    await expect(page.getByRole("heading", { name: "Quedan 7 días" })).toBeVisible();
    await expect(page.getByText(/^Vence el \d+\/\d+\/\d{4}, /)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
    expect(await desktop.notifications.next()).toMatchObject({ summary: "El token de Verifik vence en 7 días" });
    await app.waitForStatus("El token vence pronto · quedan 6 días");
    expect(await app.quit("Salir")).toBe(0);
  });
});

// The trust suite tries thousands of addresses without a start.
for (const [address, tag] of [
  ["http://api.verifik.example", []],
  ["ftp://127.0.0.1", ["@all"]],
  ["not an address", ["@all"]],
] as const) {
  test(`VERIFIK_API_URL=${address} ends the start with one line and exit code 2`, { tag: [...tag] }, async ({
    desktop,
  }) => {
    const started = promisify(execFile)(electronBinary(), launchArguments(), {
      env: { ...desktop.env, VERIFIK_API_URL: address },
    });
    await expect(started).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("VERIFIK_API_URL is ") });
    expect(desktop.trayHost.item).toBeUndefined();
  });
}
