import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const FONT_FOLDERS = ["/usr/share/fonts", "/usr/local/share/fonts", join(homedir(), ".local/share/fonts")];

/** @type {import("./capabilities.mjs").Probe} this Linux computer, as it is now */
export const thisComputer = { hasCommand, hasLibrary, hasFont };

/** @param {string} name */
export function hasCommand(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.some((folder) => isExecutable(join(folder, name)));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} soname */
function hasLibrary(soname) {
  // On Debian only root's PATH has /sbin.
  const { stdout, error } = spawnSync(existsSync("/sbin/ldconfig") ? "/sbin/ldconfig" : "ldconfig", ["-p"], {
    encoding: "utf8",
  });
  // A Linux without the linker's cache (musl, NixOS) cannot be asked; Electron will say what it lacks.
  return error !== undefined || stdout.includes(`\t${soname} (`);
}

/** @param {string} family */
function hasFont(family) {
  const isOfFamily = new RegExp(`^${family}(-|Variable|\\.).*(otf|ttf|ttc)$`);
  return FONT_FOLDERS.filter((folder) => existsSync(folder)).some((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).some(({ name }) => isOfFamily.test(name)),
  );
}
