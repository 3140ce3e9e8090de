import { app } from "electron";

/**
 * On Linux Chromium's network code is a process of its own but without a sandbox, like this one: whoever takes it over has all that
 * the person has. Inside of this process it costs 12 MB less. Elsewhere it is left as it comes: on macOS that process has a sandbox.
 * Before `ready`; what it gives up is in docs/adr/0015.
 */
export function keepNetworkInProcess(): void {
  if (process.platform !== "linux") return;
  const given = app.commandLine.getSwitchValue("enable-features");
  app.commandLine.appendSwitch("enable-features", [given, "NetworkServiceInProcess2"].filter(Boolean).join(","));
}
