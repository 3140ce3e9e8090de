import { app } from "electron";

/** Whether this start shows the icon only, as autostart does at login. macOS passes no arguments at login, but reports it. */
export function isHiddenStart(): boolean {
  if (app.commandLine.hasSwitch("hidden")) return true;
  return process.platform === "darwin" && app.getLoginItemSettings().wasOpenedAtLogin;
}
