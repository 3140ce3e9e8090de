import { app } from "electron";

/**
 * On Linux Chromium's network code is a process of its own but without a sandbox, as this one is: a wall that keeps nobody out,
 * at 10 MB. Inside of this process a token goes through one process less. Elsewhere it is left as it comes: on macOS that process
 * has a sandbox. Before `ready` (docs/adr/0015).
 */
export function keepNetworkInProcess(): void {
  if (process.platform !== "linux") return;
  const given = app.commandLine.getSwitchValue("enable-features");
  app.commandLine.appendSwitch("enable-features", [given, "NetworkServiceInProcess2"].filter(Boolean).join(","));
}
