import { release } from "node:os";
import { app } from "electron";
import type { LogEvent } from "../log/event.ts";
import { plainName, versionName } from "../log/plain-name.ts";

/** Describes the program and the system, without a path, a host name or a person's name. */
export function startedEvent(parts: {
  readonly keyring: string;
  readonly ownApi: boolean;
}): Extract<LogEvent, { kind: "started" }> {
  const { XDG_CURRENT_DESKTOP, XDG_SESSION_TYPE } = process.env;
  return {
    kind: "started",
    version: versionName(app.getVersion()),
    electron: versionName(process.versions.electron),
    platform: process.platform,
    release: versionName(release()),
    arch: plainName(process.arch),
    desktop: plainName(XDG_CURRENT_DESKTOP),
    session: plainName(XDG_SESSION_TYPE),
    ...parts,
    keyring: plainName(parts.keyring),
    packaged: app.isPackaged,
  };
}
