import { join } from "node:path";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { launchArguments } from "../../desktop-lab/app/tray-app.ts";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { DesktopProcess } from "../../desktop-lab/process/desktop-process.ts";
import type { TrayItem } from "../../desktop-lab/tray/tray-item.ts";

/** A program to measure. It has its own private desktop and keeps its profile there through all rounds. */
export interface Subject {
  readonly desktop: PrivateDesktop;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The first line of its complete menu. */
  readonly firstLine: string;
  readonly copyLabel: string;
  /** The beginning of the text that it copies. */
  readonly copied: string;
  readonly openLabel: string;
  /** A place on the screen that has this color only while the window's page is painted. */
  readonly painted: { readonly x: number; readonly y: number; readonly rgb: number };
}

/** Returns bare Electron: an icon whose menu copies a text and opens a blank window. */
export function bareElectron(desktop: PrivateDesktop): Subject {
  const [, ...sharedArguments] = launchArguments();
  return {
    desktop,
    args: [join(import.meta.dirname, "bare-electron"), ...sharedArguments],
    env: desktop.env,
    firstLine: "Copy",
    copyLabel: "Copy",
    copied: "as long as a token",
    openLabel: "Open",
    // Inside the window, which Electron centers, and beside the pointer.
    painted: { x: 600, y: 350, rgb: 0x336699 },
  };
}

/** Starts the subject; resolves when its icon is on the bus. */
export async function startSubject({
  desktop,
  args,
  env,
}: Subject): Promise<{ readonly process: DesktopProcess; readonly item: TrayItem }> {
  const process = await DesktopProcess.start(electronBinary(), args, { env });
  return { process, item: await process.untilReady(desktop.trayHost.nextItem(), "an icon") };
}
