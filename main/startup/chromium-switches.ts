import { app } from "electron";
import { isTestBuild } from "./build-kind.ts";

/**
 * Removes Chromium's debugging switches from a release: the port is open to every user of this computer and controls the
 * window. Chromium opens it at `ready`, so call this before. Test builds keep the switches, because tests connect to the port.
 */
export function removeDebuggingSwitches(): void {
  if (!app.isPackaged || isTestBuild) return;
  for (const name of ["remote-debugging-port", "remote-debugging-pipe"]) app.commandLine.removeSwitch(name);
}
