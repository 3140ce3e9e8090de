import { SetupFailure } from "./setup/failure.mjs";
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

/**
 * Installs what single tests need, if it can do so without asking. Else says what is missing; those tests are then skipped.
 *
 * @param {readonly import("./setup/capabilities.mjs").SystemNeed[]} needs
 */
export async function setUpOptional(needs) {
  if (process.platform !== "linux") return;
  try {
    await setUpSystem(needs);
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    console.error(`${error.message}\nWithout them, the tests that need them are skipped.`);
  }
}
