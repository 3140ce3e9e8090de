import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project-folder.mjs";
import { SetupFailure } from "./failure.mjs";
import { runNpm } from "./npm.mjs";
import { withProgress } from "./progress.mjs";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} LockedPackages folder below the project → what npm locked there */

/** Runs `npm ci` if node_modules is missing or is not what package-lock.json asks for. @throws {SetupFailure} packages-failed */
export async function setUpPackages() {
  if (packagesAreCurrent(projectFolder)) return;
  console.error("Installing the npm packages (npm ci) …");
  // All that we need is a dev dependency, which NODE_ENV=production would leave out.
  const { ok, output } = await withProgress("npm ci", () =>
    runNpm(["ci", "--include=dev", "--include=optional", "--loglevel=error"]),
  );
  if (!ok) throw new SetupFailure("packages-failed", `${output.trimEnd()}\n\nnpm ci failed; its output is above.`);
}

/**
 * Whether node_modules is a whole and present installation. npm writes its hidden lock last, so an interrupted `npm ci` leaves
 * none, and no stamp of ours is needed.
 *
 * @param {string} folder
 */
export function packagesAreCurrent(folder) {
  const wanted = readLock(join(folder, "package-lock.json"));
  const installed = readLock(join(folder, "node_modules", ".package-lock.json"));
  if (wanted === undefined || installed === undefined || !locksAgree(wanted, installed)) return false;
  return Object.keys(installed).every((path) => existsSync(join(folder, path, "package.json")));
}

/**
 * An optional package may be absent, as those for other platforms are.
 *
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
export function locksAgree(wanted, installed) {
  const nothingMissing = Object.entries(wanted).every(
    ([path, { optional }]) => path === "" || optional === true || path in installed,
  );
  const nothingElse = Object.entries(installed).every(
    ([path, { version, integrity }]) =>
      wanted[path] !== undefined && wanted[path].version === version && wanted[path].integrity === integrity,
  );
  return nothingMissing && nothingElse;
}

/**
 * @param {string} file
 * @returns {LockedPackages | undefined} undefined if the file is missing or was cut
 */
function readLock(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
