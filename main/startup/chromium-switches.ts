import { app } from "electron";
import { isTestBuild } from "./build-kind.ts";

/**
 * Disables remote debugging in released packages. Every user of this computer can connect to Chromium's debugging port and press
 * every button of the window. Before `ready`, when Chromium opens the port. Test builds keep it, because tests drive them by it.
 */
export function removeDebuggingSwitches(): void {
  if (!app.isPackaged || isTestBuild) return;
  for (const name of ["remote-debugging-port", "remote-debugging-pipe"]) app.commandLine.removeSwitch(name);
}
