import { join } from "node:path";
import { app } from "electron";
import { hasProfileElsewhere, identity } from "../startup/identity.ts";

/**
 * Where the system keeps logs: on Linux with the other things that are only worth something on this computer
 * (XDG_STATE_HOME), on macOS in Library/Logs, on Windows in the profile. Of a profile elsewhere they are in it.
 */
export function logFolder(): string {
  if (hasProfileElsewhere()) return join(app.getPath("userData"), "logs");
  if (process.platform !== "linux") return app.getPath("logs");
  const { XDG_STATE_HOME: given } = process.env;
  // A relative path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
  const state = given?.startsWith("/") ? given : join(app.getPath("home"), ".local", "state");
  return join(state, identity.userDataFolder);
}
