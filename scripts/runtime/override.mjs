import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { SetupFailure } from "../setup/failure.mjs";
import { executableName, readVersion } from "./distribution.mjs";
import { fallbackFolder } from "./fallback.mjs";
import { officialVersion } from "./official.mjs";

/**
 * @param {import("./types.mjs").RuntimeInputs} inputs
 * @param {import("./types.mjs").Purpose} purpose
 * @returns {import("./types.mjs").Runtime | undefined} undefined if nothing is set
 * @throws {SetupFailure} override-broken
 */
export function overridingRuntime({ env, platform, cache, electronPackage }, purpose) {
  const set = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (set === undefined || set === "") return undefined;
  const folder = resolve(set);
  const binary = join(folder, executableName(platform));
  if (!existsSync(binary)) {
    throw new SetupFailure(
      "override-broken",
      `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${binary}. Correct or unset it.`,
    );
  }
  const version = readVersion(folder);
  const isOld =
    version !== undefined && Number.parseInt(version, 10) < Number.parseInt(officialVersion(electronPackage), 10);
  if (purpose === "production" && (isOld || isSameFolder(folder, fallbackFolder(cache)))) {
    throw new SetupFailure(
      "override-broken",
      "ELECTRON_OVERRIDE_DIST_PATH is set to an old Electron, which may serve the demo and tests only. Unset it.",
    );
  }
  return { binary, version, kind: "override", reason: "set" };
}

/**
 * @param {string} existing
 * @param {string} other
 */
function isSameFolder(existing, other) {
  return existsSync(other) && realpathSync(existing) === realpathSync(other);
}
