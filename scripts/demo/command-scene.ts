import type { Page } from "@playwright/test";
import { runCommand } from "../../desktop-lab/app/command-run.ts";
import type { TrayApp } from "../../desktop-lab/app/tray-app.ts";
import type { Sandbox } from "../../sandbox/server.ts";
import type { DemoStage } from "./demo-stage.ts";
import { shorten } from "./observations.ts";

/** A script asks for the token in vain, the person switches the command line on, and the script gets the token without a display. */
export async function playCommand(stage: DemoStage, app: TrayApp, page: Page, sandbox: Sandbox): Promise<void> {
  const { texts, narrator, words } = stage;
  const env = { XDG_RUNTIME_DIR: String(stage.desktop.env.XDG_RUNTIME_DIR), LC_ALL: stage.locale };
  narrator.step(texts.asksWithoutPermission);
  const refused = await runCommand(["token"], { ...stage.desktop.env, LC_ALL: stage.locale });
  narrator.observed(texts.process, refused.code, 6);

  narrator.step(texts.switchesOn);
  await app.trayItem.clickMenu(words.settings);
  await page.getByRole("switch", { name: words.commandLine }).check();
  await page.waitForFunction(async () => (await window.verifikTray.getView()).commandLine.state === "on");
  const status = await runCommand(["status"], env);
  narrator.observed("verifik-tray status", status.stdout.trimEnd(), /^(valid|válido), /);
  const { stdout } = await runCommand(["token"], env);
  const token = stdout.trimEnd();
  narrator.observed("verifik-tray token", shorten(token), /^eyJ\w+…\S+ \(\d+\)$/);
  const me = await fetch(`${sandbox.origin}/v2/clients/me`, { headers: { authorization: `Bearer ${token}` } });
  narrator.observed(texts.verifik, me.status, 200);
  const { summary } = await stage.desktop.notifications.next((shown) => shown.summary === words.commandLineUsed);
  narrator.observed(texts.notificationServer, summary, words.commandLineUsed);
  await page.getByRole("button", { name: words.back }).click();
}
