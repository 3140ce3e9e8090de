import { join } from "node:path";
import { app } from "electron";
import { hasProfileElsewhere, identity } from "../startup/identity.ts";

/**
 * The folder for logs: on Linux XDG_STATE_HOME, because logs are worth nothing on another computer; on macOS Library/Logs; on
 * Windows the profile. A profile given by --user-data-dir contains its logs.
 */
export function logFolder(): string {
  if (hasProfileElsewhere()) return join(app.getPath("userData"), "logs");
  if (process.platform !== "linux") return app.getPath("logs");
  const { XDG_STATE_HOME: given } = process.env;
  // The specification says to ignore a relative path: https://specifications.freedesktop.org/basedir-spec/latest/
  const state = given?.startsWith("/") ? given : join(app.getPath("home"), ".local", "state");
  return join(state, identity.userDataFolder);
}
