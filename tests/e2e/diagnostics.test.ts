import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { requestCode, type TrayApp } from "../../desktop-lab/app/tray-app.ts";
import { textsFor } from "../../texts/index.ts";
import { ana, expect, test } from "../fixtures/app-test.ts";
import { SystemDialog } from "../fixtures/system-dialog.ts";

const en = textsFor("en");
const dialogTitle = "Save File";

/** Presses the button in the settings by keyboard. */
async function askForExport(app: TrayApp): Promise<Page> {
  await app.trayItem.clickMenu(en.settings);
  const page = await app.window();
  const button = page.getByRole("button", { name: en.exportDiagnostics });
  await expect(button).toHaveAccessibleDescription(`${en.diagnostics} ${en.diagnosticsHint}`);
  await button.press("Enter");
  return page;
}

test("saves the diagnostics to the chosen file, without anything secret or personal", async ({
  desktop,
  launchLoggedIn,
}) => {
  // Electron changes it, and keeps the original beside it.
  const { app } = await launchLoggedIn({ env: { XDG_CURRENT_DESKTOP: "ubuntu:GNOME" } });
  const page = await askForExport(app);
  const path = join(desktop.folder, "diagnostics.txt");
  await (await SystemDialog.open(desktop.env, dialogTitle)).saveAs(path);
  await expect(page.getByText(en.diagnosticsSaved).first()).toBeVisible();
  await expect(page.getByRole("status")).toContainText(en.diagnosticsSaved);
  expect(statSync(path).mode & 0o777).toBe(0o600);

  const text = readFileSync(path, "utf8");
  expect(text).toContain("It holds no token, no code and no phone number.");
  for (const told of [
    "platform=linux",
    "desktop=ubuntu:GNOME",
    "keyring=gnome_libsecret",
    "tray-host host=status-notifier shown=true",
    "status=valid place=keyring rejected=false",
    "reminders=7-days,1-day,1-hour,expiry ownReminder=off",
    "clipboardClearing=45-seconds variableName=usual",
    "answer call=request-otp status=200",
    "login-step step=otp channel=whatsapp",
    "answer call=confirm-otp status=200",
    "token state=kept place=keyring rejected=false",
  ]) {
    expect(text).toContain(told);
  }
  expect(text).not.toMatch(/\[redacted\]|eyJ/);
  expect(text.replace(/\D/g, "")).not.toContain(ana.phone);
  // The mask has its last two digits.
  expect(text).not.toContain("••");
  expect(text).not.toContain(desktop.folder);
});

test("says nothing when the dialog is cancelled, and can be tried again", async ({ desktop, launch }) => {
  const app = await launch();
  const page = await askForExport(app);
  await (await SystemDialog.open(desktop.env, dialogTitle)).answer("Escape");
  await expect(page.getByRole("button", { name: en.exportDiagnostics })).toHaveAttribute("aria-busy", "false");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText(en.diagnosticsSaved)).toHaveCount(0);
  await askForExport(app);
  const path = join(desktop.folder, "again.txt");
  await (await SystemDialog.open(desktop.env, dialogTitle)).saveAs(path);
  await expect(page.getByRole("status")).toContainText(en.diagnosticsSaved);
  expect(readFileSync(path, "utf8")).toContain("status=absent");
});

test("says next to the button that the disk refused", async ({ desktop, launch }) => {
  const app = await launch();
  const page = await askForExport(app);
  await (await SystemDialog.open(desktop.env, dialogTitle)).saveAs("/proc/diagnostics.txt");
  await expect(page.getByRole("alert")).toHaveText(
    en.failures["diagnostics-not-saved"]({ kind: "diagnostics-not-saved" }),
  );
  expect(app.output).toContain("warn: diagnostics-not-saved error=ENOENT");
});

test("logs a failed login without the typed code", async ({ launch, sandbox, desktop }) => {
  const app = await launch();
  const page = await app.window();
  const otp = await requestCode(page, sandbox, ana);
  const wrong = otp === "111111" ? "222222" : "111111";
  await page.getByRole("textbox").fill(wrong);
  await expect(page.getByRole("alert")).toBeVisible();
  const log = readFileSync(join(String(desktop.env.XDG_STATE_HOME), "verifik-tray", "verifik-tray.log"), "utf8");
  expect(log).toMatch(
    /answer call=confirm-otp status=4\d\d tookMs=\d+\n.* info call-failed call=confirm-otp failure=otp-wrong\n/,
  );
  expect(log).not.toContain(wrong);
  expect(log).not.toContain("[redacted]");
});
