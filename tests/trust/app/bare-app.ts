import { readFileSync } from "node:fs";
import { join } from "node:path";
import { electronBinary } from "../../../desktop-lab/app/electron-binary.ts";
import { launchArguments } from "../../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../../desktop-lab/desktop/private-desktop.ts";
import { DesktopProcess } from "../../../desktop-lab/process/desktop-process.ts";
import type { TrayItem } from "../../../desktop-lab/tray/tray-item.ts";

export interface BareApp {
  readonly process: DesktopProcess;
  readonly trayItem: TrayItem;
}

/** The app, started by nobody who asks it for anything: a debugger would wait for a main process that is blocked. */
export async function startBareApp(desktop: PrivateDesktop, apiOrigin: string): Promise<BareApp> {
  const env = { ...desktop.env, VERIFIK_API_URL: apiOrigin };
  const process = await DesktopProcess.start(electronBinary(), launchArguments(["--hidden"]), { env });
  return { process, trayItem: await process.untilReady(desktop.trayHost.nextItem(), "an icon in the tray") };
}

/** Where the app keeps its files on that desktop. */
export function profileOf(desktop: PrivateDesktop): string {
  return join(String(desktop.env.XDG_CONFIG_HOME), "verifik-tray");
}

export function storedText(desktop: PrivateDesktop): string {
  return readFileSync(join(profileOf(desktop), "token.json"), "utf8");
}
