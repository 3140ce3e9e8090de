import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";

/** What the app's log says about its icon: the lines `tray-host`, without moment and kind. */
export function trayLines({ env }: Pick<PrivateDesktop, "env">): string[] {
  const file = join(String(env.XDG_STATE_HOME), "verifik-tray", "verifik-tray.log");
  const log = existsSync(file) ? readFileSync(file, "utf8") : "";
  return [...log.matchAll(/ tray-host (.*)$/gm)].map(([, line]) => line ?? "");
}
