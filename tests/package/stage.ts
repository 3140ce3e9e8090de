import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type PrivateDesktop, startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import type { TrayItem } from "../../desktop-lab/tray/tray-item.ts";
import { type Sandbox, startSandbox } from "../../sandbox/server.ts";
import { processesOf } from "./app-processes.ts";
import { program } from "./installed-app.ts";

/** One person's desktop, home and sandbox, for all tests: what one leaves the next one finds. */
export interface Stage {
  readonly desktop: PrivateDesktop;
  readonly sandbox: Sandbox;
  /** With which everything is started. */
  readonly env: Readonly<Record<string, string>>;
  /** The user's files of the app, sorted. */
  readonly userFiles: () => readonly string[];
  readonly autostartEntry: string;
  readonly end: () => Promise<void>;
}

export async function startStage(): Promise<Stage> {
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const desktop = cleanups.adopt(await startPrivateDesktop(), ({ stop }) => stop());
    const sandbox = cleanups.adopt(await startSandbox({ coolDownSeconds: 0 }), ({ close }) => close());
    cleanups.adopt(undefined, endLeftProcesses);
    const configHome = String(desktop.env.XDG_CONFIG_HOME);
    return {
      desktop,
      sandbox,
      env: { ...desktop.env, LC_ALL: "en_US.UTF-8", VERIFIK_API_URL: sandbox.origin },
      userFiles: () => readdirSync(join(configHome, "verifik-tray")).sort(),
      autostartEntry: join(configHome, "autostart", "io.github.verifik_tray.VerifikTray.desktop"),
      end: () => cleanups.run(),
    };
  });
}

/** After a test that failed half-way. */
function endLeftProcesses(): void {
  for (const { pid, type } of processesOf(program)) if (type === undefined) process.kill(pid, "SIGTERM");
}

/** Quits by the menu, and waits until the icon is gone. */
export async function quit(item: TrayItem): Promise<void> {
  await item.clickMenu("Quit");
  await item.waitUntilGone();
}
