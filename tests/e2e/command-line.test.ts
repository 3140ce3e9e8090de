import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";
import { runCommand } from "../../desktop-lab/app/command-run.ts";
import { logIn, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { lockKeyring, startKeyring, unlockKeyring } from "../../desktop-lab/keyring/keyring.ts";
import { KeyringPrompter } from "../../desktop-lab/keyring/keyring-prompter.ts";
import { commandLineTexts } from "../../texts/command-line.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, expectNothingUncaught, statusWith, test } from "../fixtures/app-test.ts";

const texts = textsFor("en");
const words = commandLineTexts("en");

async function openSettings(app: TrayApp): Promise<Page> {
  await app.trayItem.clickMenu(texts.settings);
  const page = await app.window();
  await page.getByRole("heading", { level: 1, name: texts.settingsHeading }).waitFor();
  return page;
}

async function switchCommandLine(page: Page, isOn: boolean): Promise<void> {
  const control = page.getByRole("switch", { name: texts.commandLine });
  await control.setChecked(isOn);
  const stateOf = () => page.evaluate(async () => (await window.verifikTray.getView()).commandLine.state);
  await expect.poll(stateOf).toBe(isOn ? "on" : "off");
}

test("a script gets the token while it is switched on and good, and the person sees how often", async ({
  launchLoggedIn,
  desktop,
  sandbox,
}) => {
  const { app } = await launchLoggedIn();
  const env: Record<string, string> = { ...desktop.env, LC_ALL: "en_US.UTF-8" };
  expect(await runCommand(["token"], env)).toEqual({
    code: 6,
    stdout: "",
    stderr: `verifik-tray: ${words.problem("switched-off")}\n`,
  });

  const page = await openSettings(app);
  await expect(page.getByText(texts.commandLineHint)).toBeVisible();
  await switchCommandLine(page, true);
  // Without a display, a session bus or any other variable than the folder.
  const token = await runCommand(["token"], { XDG_RUNTIME_DIR: String(env.XDG_RUNTIME_DIR) });
  expect(token).toMatchObject({ code: 0, stderr: "" });
  expect(await statusWith(token.stdout.trimEnd(), sandbox)).toBe(200);
  expect(token.stdout).toMatch(/^eyJ[\w.-]+\n$/);
  await desktop.notifications.next(({ summary }) => summary === texts.commandLineUsed);

  const json = JSON.parse((await runCommand(["token", "--format=json"], env)).stdout);
  expect(json).toMatchObject({ version: 1, tokenType: "Bearer", estimated: false, origin: sandbox.origin });
  expect(`${json.token}\n`).toBe(token.stdout);
  expect(Date.parse(json.expiresAt)).toBe(json.expiresAtEpoch * 1000);
  await expect(page.getByText(/^Command line: 2 times since /)).toBeVisible();

  expect(await runCommand(["status"], env)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^valid, expires in 29 days/),
  });
  expect(await runCommand(["token", "--min-valid=300d"], env)).toMatchObject({ code: 4, stdout: "" });
  expect(await runCommand(["token"], { ...env, VERIFIK_API_URL: "https://api.example.com" })).toMatchObject({
    code: 4,
  });
  // A second notification would come before this end.
  expect(desktop.notifications.received.filter(({ summary }) => summary === texts.commandLineUsed)).toHaveLength(1);

  const headers = { authorization: `Bearer ${token.stdout.trimEnd()}` };
  await fetch(`${sandbox.origin}/v2/auth/renew-and-revoke`, { method: "POST", headers });
  await app.trayItem.clickMenu(texts.checkToken);
  await app.waitForStatus(texts.tokenRejected);
  expect(await runCommand(["token"], env)).toMatchObject({ code: 4, stdout: "" });
  await app.trayItem.clickMenu(texts.logOut);
  await app.waitForStatus(texts.notLoggedIn);
  const loggedOut = await runCommand(["status"], env);
  expect(loggedOut).toMatchObject({ code: 4, stdout: expect.stringMatching(/^not logged in/) });

  await switchCommandLine(await openSettings(app), false);
  expect(await runCommand(["token"], env)).toMatchObject({ code: 6, stdout: "" });
  expectNothingUncaught(app);
  await app.end();
  expect(await runCommand(["status"], env)).toMatchObject({ code: 3, stdout: "not running\n" });
});

test("a command line that another program has switched on in the file is notified at the start, once", async ({
  launch,
  desktop,
}) => {
  const file = join(String(desktop.env.XDG_CONFIG_HOME), "verifik-tray/settings.json");
  mkdirSync(dirname(file));
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, commandLine: true }));
  await launch({ args: ["--hidden"] });
  await desktop.notifications.next(({ summary }) => summary === texts.commandLineFoundOn);
  await expect.poll(() => JSON.parse(readFileSync(file, "utf8")).commandLineKnown).toBe("switched-on");
  expect(await runCommand(["token"], { ...desktop.env })).toMatchObject({ code: 4, stdout: "" });
});

test("commands go to the profile they name, also without a display, a home or a runtime folder", async ({
  launch,
  sandbox,
}) => {
  // A short path: the socket's may have 103 bytes.
  const folder = mkdtempSync(join(tmpdir(), "vt-"));
  const profiles = ["one", "two"].map((name) => join(folder, name));
  try {
    for (const profile of profiles) {
      mkdirSync(profile);
      const settings = { schemaVersion: 1, commandLine: true, commandLineKnown: "switched-on" };
      writeFileSync(join(profile, "settings.json"), JSON.stringify(settings));
      const app = await launch({
        args: ["--hidden", `--user-data-dir=${profile}`],
        env: { XDG_RUNTIME_DIR: "" },
      });
      if (profile !== profiles[0]) continue;
      await app.trayItem.clickMenu(texts.openWindow);
      await logIn(await app.window(), sandbox, ana);
    }
    const [one, two] = profiles.map((profile) => `--user-data-dir=${profile}`);
    const token = await runCommand(["token", String(one)]);
    expect(token).toMatchObject({ code: 0, stderr: "" });
    expect(await statusWith(token.stdout.trimEnd(), sandbox)).toBe(200);
    expect(await runCommand([String(two), "token"])).toMatchObject({ code: 4, stdout: "" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.describe("with a keyring of its own", () => {
  test.use({ desktopOptions: { keyring: false } });

  test("a command never makes a locked keyring ask for its password, and gets the token once it is open", async ({
    launch,
    launchLoggedIn,
    desktop,
  }) => {
    const password = "of the person whose keyring it is";
    const keyring = await startKeyring(desktop.busAddress, desktop.env, password);
    try {
      const { app } = await launchLoggedIn();
      await switchCommandLine(await openSettings(app), true);
      await app.quit();
      const prompter = await KeyringPrompter.start(desktop.busAddress);
      await lockKeyring(desktop.busAddress);
      const locked = await launch({ args: ["--hidden"] });
      await prompter.waitUntilAsked();
      const env = { ...desktop.env, LC_ALL: "es_CO.UTF-8" };
      // The settings are read after the icon is there, so the first commands may find an app that does not listen yet.
      expect(await runCommand(["status"], env)).toMatchObject({ code: 5, stdout: expect.stringMatching(/^cargando/) });
      prompter.close();
      await locked.waitForStatus(texts.notLoggedIn);
      await expect.poll(async () => (await runCommand(["status"], env)).stdout).toMatch(/^no se puede leer/);
      expect(await runCommand(["token"], env)).toMatchObject({ code: 5, stdout: "" });
      await unlockKeyring(desktop.busAddress, password);
      await locked.waitForStatus(/^Token valid/);
      expect(await runCommand(["token", "--format=env"], env)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^VERIFIK_TOKEN=eyJ/),
      });
    } finally {
      await keyring.end();
    }
  });
});
