import { fileURLToPath } from "node:url";
import { runQuietly } from "../setup/run-quietly.mjs";

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string | null} identifier of its licence, as SPDX spells it
 * @property {string} [text] of its licence; some packages contain none
 */

/**
 * Builds main, preload and renderer for a package.
 *
 * @param {{ folder: string, testBuild: boolean }} build `folder` receives them; `testBuild`: they talk to loopback only
 * @returns {Promise<BundledPackage[]>} the npm packages with code in a bundle, sorted by name
 */
export async function buildBundles({ folder, testBuild }) {
  // Vite sets NODE_ENV in its process, and npm then leaves out development dependencies: so Vite gets a process of its own.
  const program = fileURLToPath(new URL("build-bundles.mjs", import.meta.url));
  const env = {
    ...process.env,
    // Vitest sets another one, and Vite would take libraries' development code.
    NODE_ENV: "production",
    VERIFIK_TRAY_BUILD_FOLDER: folder,
    VERIFIK_TRAY_TEST_BUILD: testBuild ? "1" : "0",
  };
  const { ok, stdout, output } = await runQuietly(process.execPath, [program], { env });
  if (!ok) throw new Error(`The bundles could not be built:\n${output}`);
  return JSON.parse(stdout);
}
