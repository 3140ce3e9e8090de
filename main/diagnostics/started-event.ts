import { release } from "node:os";
import { app } from "electron";
import type { LogEvent } from "../log/event.ts";
import { plainName, versionName } from "../log/plain-name.ts";

/** Describes the program and the system, without a path, a host name or a person's name. */
export function startedEvent(parts: {
  readonly keyring: string;
  readonly ownApi: boolean;
  /** As the desktop named itself, such as "ubuntu:GNOME". */
  readonly desktop: string | undefined;
}): Extract<LogEvent, { kind: "started" }> {
  return {
    kind: "started",
    version: versionName(app.getVersion()),
    electron: versionName(process.versions.electron),
    platform: process.platform,
    release: versionName(release()),
    arch: plainName(process.arch),
    session: plainName(process.env.XDG_SESSION_TYPE),
    ...parts,
    desktop: plainName(parts.desktop),
    keyring: plainName(parts.keyring),
    packaged: app.isPackaged,
  };
}
