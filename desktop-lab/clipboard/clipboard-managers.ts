import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { DesktopProcess } from "../process/desktop-process.ts";
import type { Clipboard } from "./clipboard.ts";

/** Nothing tells when a manager has looked at a new text. Parcellite looks twice a second; the rest is for slow machines. */
export const MANAGER_LOOKS_WITHIN_MS = 2_000;

/** A clipboard manager as Debian installs it, at its defaults. */
export interface ClipboardManager {
  readonly program: string;
  /** Whether it brings its latest text back when a selection has lost its owner. The others only keep a history. */
  readonly bringsBack: boolean;
}

/** Debian's clipit only says that Diodon has replaced it. */
export const clipboardManagers: readonly ClipboardManager[] = [
  { program: "parcellite", bringsBack: true },
  { program: "diodon", bringsBack: true },
  { program: "klipper", bringsBack: true },
  // On CLIPBOARD it brings back only what a program hands over as it ends.
  { program: "xfce4-clipman", bringsBack: false },
  { program: "copyq", bringsBack: false },
];

/** Whether this computer has the manager, where Debian puts it. */
export function isInstalled({ program }: ClipboardManager): boolean {
  return existsSync(`/usr/bin/${program}`);
}

/** Starts the manager. Resolves when it brings back what another program had copied; one that does not do so, when it runs. */
export async function startClipboardManager(
  { program, bringsBack }: ClipboardManager,
  env: NodeJS.ProcessEnv,
  clipboard: Clipboard,
): Promise<DesktopProcess> {
  // On a bus of its own, because the tray host takes each new icon for the app's.
  const manager = await DesktopProcess.start("dbus-run-session", ["--", program], { env });
  do {
    await clipboard.write("copied before");
    await wait(MANAGER_LOOKS_WITHIN_MS);
    await clipboard.end();
    await wait(MANAGER_LOOKS_WITHIN_MS);
  } while (bringsBack && (await clipboard.readClipboard()) !== "copied before");
  return manager;
}
