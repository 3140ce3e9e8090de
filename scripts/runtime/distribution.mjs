import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @param {NodeJS.Platform} platform
 * @returns {string} the executable's path inside an unpacked Electron
 */
export function executableName(platform) {
  if (platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return platform === "win32" ? "electron.exe" : "electron";
}

/**
 * @param {string} folder of an unpacked Electron
 * @returns {string | undefined} undefined if it does not tell
 */
export function readVersion(folder) {
  const file = join(folder, "version");
  return existsSync(file) ? readFileSync(file, "utf8").trim().replace(/^v/, "") : undefined;
}

/**
 * @param {NodeJS.Platform} platform
 * @returns {string} the path of the resources inside an unpacked Electron
 */
export function resourcesFolder(platform) {
  return platform === "darwin" ? "Electron.app/Contents/Resources" : "resources";
}
