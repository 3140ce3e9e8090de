import { app } from "electron";
import { isTestBuild } from "./build-kind.ts";

/**
 * What people install answers to no debugger: Chromium's port is open to everybody on this computer, other users too, and who
 * has it can press every button of the window. Before `ready`, when the port would be opened. Packages for tests keep it,
 * because tests drive them by it.
 */
export function removeDebuggingSwitches(): void {
  if (!app.isPackaged || isTestBuild) return;
  for (const name of ["remote-debugging-port", "remote-debugging-pipe"]) app.commandLine.removeSwitch(name);
}
