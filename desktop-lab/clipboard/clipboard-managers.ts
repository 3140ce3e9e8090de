import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DesktopProcess } from "../process/desktop-process.ts";
import type { Clipboard } from "./clipboard.ts";

/** Nothing tells when these managers have looked at a new text. Parcellite looks twice a second; the rest is for slow machines. */
const LOOKS_WITHIN_MS = 1_500;
const ASK_EVERY_MS = 200;

/** A clipboard manager as Debian installs it, at its defaults. */
export interface ClipboardManager {
  readonly program: string;
  /**
   * What it has kept. Undefined for a manager that brings its latest text back when a selection has lost its owner: that shows
   * that it was at work.
   */
  readonly history?: (env: NodeJS.ProcessEnv) => Promise<string>;
}

/** Debian's clipit only says that Diodon has replaced it. */
export const clipboardManagers: readonly ClipboardManager[] = [
  { program: "parcellite" },
  { program: "diodon" },
  { program: "klipper" },
  // On CLIPBOARD it brings back only what a program hands over as it ends.
  {
    program: "xfce4-clipman",
    history: ({ XDG_CACHE_HOME = "" }) =>
      readFile(join(XDG_CACHE_HOME, "xfce4/clipman/textsrc"), "utf8").catch(() => ""),
  },
  { program: "copyq", history: readCopyQ },
];

function readCopyQ(env: NodeJS.ProcessEnv): Promise<string> {
  // Fails until its server runs.
  return new Promise((resolve) => execFile("copyq", ["read", "0"], { env }, (_error, stdout) => resolve(stdout)));
}

/** Whether this computer has the manager, where Debian puts it. */
export function isInstalled({ program }: ClipboardManager): boolean {
  return existsSync(`/usr/bin/${program}`);
}

/** Starts the manager. Resolves when it has seen what another program copied, and has brought it back if it does so. */
export async function startClipboardManager(
  manager: ClipboardManager,
  env: NodeJS.ProcessEnv,
  clipboard: Clipboard,
): Promise<DesktopProcess> {
  // On a bus of its own, because the tray host takes each new icon for the app's.
  const running = await DesktopProcess.start("dbus-run-session", ["--", manager.program], { env });
  let waiting = true;
  const atWork = async () => {
    while (waiting) {
      // Written anew in each round: a manager that is still starting misses it.
      await clipboard.write("copied before");
      const isSeen = await isSeenSoon(manager, "copied before", env);
      await clipboard.end();
      if (manager.history && isSeen) return;
      if (manager.history) continue;
      for (const untilMs = performance.now() + LOOKS_WITHIN_MS; performance.now() < untilMs; await wait(ASK_EVERY_MS)) {
        if ((await clipboard.readClipboard()) === "copied before") return;
      }
    }
  };
  await running.untilReady(atWork(), "its first text").finally(() => {
    waiting = false;
  });
  return running;
}

/** True if the manager has the text in its history in time. One that keeps none to read gets the time to look. */
async function isSeenSoon({ history }: ClipboardManager, text: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  for (const untilMs = performance.now() + LOOKS_WITHIN_MS; performance.now() < untilMs; await wait(ASK_EVERY_MS)) {
    if ((await history?.(env))?.includes(text)) return true;
  }
  return false;
}

/** Resolves once the manager has the text in its history; for one that keeps none to read, when it has had time to look. */
export async function untilSeen({ history }: ClipboardManager, text: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (!history) return wait(LOOKS_WITHIN_MS);
  while (!(await history(env)).includes(text)) await wait(ASK_EVERY_MS);
}
