import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withProgress } from "../setup/progress.mjs";
import { runQuietly } from "../setup/run-quietly.mjs";
import { executableName, readVersion } from "./distribution.mjs";

const FETCH_LIMIT_MS = 60_000;

/**
 * @param {string} electronPackage folder of the npm package `electron`
 * @returns {string} the version it stands for
 */
export function officialVersion(electronPackage) {
  return JSON.parse(readFileSync(join(electronPackage, "package.json"), "utf8")).version;
}

/**
 * @param {string} electronPackage folder of the npm package `electron`
 * @param {NodeJS.Platform} platform
 * @returns {string | undefined} the binary, if it was fetched
 */
export function findOfficial(electronPackage, platform) {
  const dist = join(electronPackage, "dist");
  const binary = join(dist, executableName(platform));
  // The package's installer writes path.txt after all else, so a cut one leaves none.
  const isWhole = existsSync(join(electronPackage, "path.txt")) && existsSync(binary);
  return isWhole && readVersion(dist) === officialVersion(electronPackage) ? binary : undefined;
}

/**
 * Fetches the binary by the package's own installer.
 *
 * @param {string} electronPackage folder of the npm package `electron`
 * @returns {Promise<{ ok: true } | { ok: false, detail: string }>} `detail` is one line
 */
export async function fetchOfficial(electronPackage) {
  console.error(`Fetching Electron ${officialVersion(electronPackage)} …`);
  const startedAtMs = performance.now();
  const installer = join(electronPackage, "install.js");
  const { ok, output } = await withProgress(`Electron ${officialVersion(electronPackage)}`, () =>
    runQuietly(process.execPath, [installer], { timeout: FETCH_LIMIT_MS }),
  );
  if (ok) return { ok };
  if (performance.now() - startedAtMs >= FETCH_LIMIT_MS)
    return { ok, detail: `not there after ${FETCH_LIMIT_MS / 1000} s` };
  return { ok, detail: output.trim().split("\n", 1)[0] ?? "" };
}
