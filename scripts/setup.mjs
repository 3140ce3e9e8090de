import { setUpPackages } from "./setup/packages.mjs";
import { setUpSystem } from "./setup/system.mjs";

/** @typedef {"packages" | import("./setup/capabilities.mjs").SystemNeed} Need */

/**
 * Sets up what is needed, announcing it first on standard error. Says nothing about what is there already. The Electron
 * binary is separate: see `resolveRuntime`.
 *
 * @param {readonly Need[]} needs
 * @throws {import("./setup/failure.mjs").SetupFailure} packages-failed, system-incomplete
 */
export async function setUp(needs) {
  // The quick refusal before the long installation.
  if (process.platform === "linux") await setUpSystem(needs.filter((need) => need !== "packages"));
  if (needs.includes("packages")) await setUpPackages();
}
