import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { enterCode, labels, launchArguments, logIn, requestCode } from "../../desktop-lab/app/tray-app.ts";
import { startSandbox } from "../../sandbox/server.ts";
import { ana, closeWindow, copyFromMenu, expect, sam, test } from "../fixtures/app-test.ts";

test("opens a new window at the same step when the window's process crashes", async ({ launchWithWindow, sandbox }) => {
  const { app, page } = await launchWithWindow();
  const otp = await requestCode(page, sandbox, ana);
  const reopened = app.electron.waitForEvent("window");
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
  });
  const next = await reopened;
  await enterCode(next, otp);
  await app.waitForStatus("Token valid · 29 days left");
});

test("opens no window with --hidden, and opens it for a second start and for a click on the icon", async ({
  launch,
  sandbox,
  desktop,
}) => {
  const app = await launch({ args: ["--hidden"] });
  // A window that opens by itself would have been created by then.
  await app.waitUntilLoaded();
  await app.waitForStatus("Not logged in");
  expect(await app.menuLabels()).toContain("Log in…");
  expect(await app.hasWindow()).toBe(false);
  // It rejects unless the second process exits with 0.
  await promisify(execFile)(electronBinary(), launchArguments(), {
    env: { ...desktop.env, VERIFIK_API_URL: sandbox.origin },
  });
  await expect((await app.window()).getByLabel(labels.phoneNumber)).toBeVisible();

  await closeWindow(app);
  await app.trayItem.activate();
  await expect((await app.window()).getByLabel(labels.phoneNumber)).toBeFocused();
  await app.waitForStatus("Not logged in");
});

test("deletes the token here and on the clipboard at Log out, and says that it stays valid at Verifik", async ({
  launchLoggedIn,
  desktop,
}) => {
  const { app } = await launchLoggedIn();
  await copyFromMenu(app);
  await closeWindow(app);

  await app.trayItem.clickMenu("Log out");
  await app.waitForStatus("Not logged in");
  await expect((await app.window()).getByText(/Copies of it elsewhere keep working until/)).toBeVisible();
  expect(JSON.parse(app.readStore())).toMatchObject({ schemaVersion: 1, tokens: {}, keptAside: [] });
  expect(await desktop.clipboard.readClipboard()).toBe("");
  expect(await desktop.clipboard.readPrimary()).toBe("");
  expect(await app.menuLabels()).toEqual([
    "Not logged in",
    "Copy bearer token",
    "Log in…",
    "Open window",
    "Settings…",
    "Quit",
  ]);
});

test("says that a token could not be deleted, and stays logged in", async ({ launchLoggedIn }) => {
  const { app } = await launchLoggedIn();
  await closeWindow(app);
  // A folder in the file's place, which not even root can write as a file.
  rmSync(app.storeFile());
  mkdirSync(join(app.storeFile(), "in the way"), { recursive: true });
  await app.trayItem.clickMenu("Log out");
  await expect((await app.window()).getByText(/The token could not be deleted from disk/)).toBeVisible();
  await app.waitForStatus("Token valid · 29 days left");
});

test("quits on SIGTERM, SIGINT and SIGHUP as from the menu, and keeps the token", async ({
  launch,
  launchLoggedIn,
  desktop,
}) => {
  let { app } = await launchLoggedIn();
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    await test.step(signal, async () => {
      await copyFromMenu(app);
      app.electron.process().kill(signal);
      expect(await app.exited()).toBe(0);
      expect(await desktop.clipboard.readClipboard()).toBe("");
      app = await launch();
      await app.waitForStatus("Token valid · 29 days left");
    });
  }
});

test("uses a token only with the API that issued it, and has it again with that API", async ({
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

test("keeps a ciphertext that the keyring cannot read, and sets it aside at the next login", async ({
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

  test("keeps the token in memory, says so in tray and window, and has none after a restart", async ({
    launch,
    launchLoggedIn,
    desktop,
  }) => {
    const { app, page } = await launchLoggedIn();
    await expect(page.getByText(/No keyring is available, so the token is kept in memory only/)).toBeVisible();
    expect(await app.menuLabels()).toContain("Kept in memory only, until you quit");
    expect(app.readStore()).not.toContain("ciphertext");
    await app.trayItem.clickMenu("Copy bearer token");
    await expect.poll(() => desktop.clipboard.readClipboard()).toMatch(/^eyJ/);
    await app.quit();

    await (await launch()).waitForStatus("Not logged in");
  });
});

test.describe("in Spanish", () => {
  test.use({ language: "es_CO.UTF-8" });

  test("shows tray and window in the system's language", async ({ launch, sandbox }) => {
    const app = await launch();
    const page = await app.window();
    expect(await app.menuLabels()).toEqual([
      "Sin sesión",
      "Copiar token bearer",
      "Iniciar sesión…",
      "Abrir ventana",
      "Configuración…",
      "Salir",
    ]);
    await expect(page.getByLabel("País")).toHaveValue("Colombia (+57)");
    await logIn(page, sandbox, ana);
    await app.waitForStatus("Token válido · quedan 29 días");
    await expect(page.getByRole("heading", { name: "Sesión iniciada" })).toBeVisible();
    await expect(page.getByText(/^Vence el \d+\/\d+\/\d{4}, /)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
    expect(await app.quit("Salir")).toBe(0);
  });
});

test("refuses a VERIFIK_API_URL that is plain http to another computer, in one line and with exit code 2", async ({
  desktop,
}) => {
  const started = promisify(execFile)(electronBinary(), launchArguments(), {
    env: { ...desktop.env, VERIFIK_API_URL: "http://api.verifik.example" },
  });
  const stderr = expect.stringMatching(/^VERIFIK_API_URL is plain http to another computer.*\n$/);
  await expect(started).rejects.toMatchObject({ code: 2, stderr });
  expect(desktop.trayHost.item).toBeUndefined();
});

test("zooms up to double by Ctrl with plus and minus, and closes the window by Ctrl W", async ({ launch, desktop }) => {
  const app = await launch();
  await expect((await app.window()).getByLabel(labels.phoneNumber)).toBeFocused();
  // Playwright sends its keys to the page, past Electron's shortcuts.
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
