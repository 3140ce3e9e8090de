import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** The path of the Electron binary: `VERIFIK_TRAY_ELECTRON`, or else the output of `npm run electron:path`. */
export function electronBinary(): string {
  const { VERIFIK_TRAY_ELECTRON } = process.env;
  if (VERIFIK_TRAY_ELECTRON) return VERIFIK_TRAY_ELECTRON;
  return execFileSync(process.execPath, [join(ROOT, "scripts/electron-path.mjs")], { encoding: "utf8" }).trim();
}
