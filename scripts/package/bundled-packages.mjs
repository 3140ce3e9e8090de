import { fileURLToPath } from "node:url";
import { runQuietly } from "../setup/run-quietly.mjs";

/**
 * @typedef {object} BundledPackage
 * @property {string} name
 * @property {string} version
 * @property {string | null} identifier of its licence, in SPDX's spelling
 * @property {string} [text] of its licence; some packages bring none
 */

/** @returns {Promise<BundledPackage[]>} the npm packages of which something is in a bundle, sorted by name */
export async function bundledPackages() {
  // A process of its own: Vite sets NODE_ENV in the one it runs in, and npm would leave out all that is a dev dependency.
  const program = fileURLToPath(new URL("list-bundled-packages.mjs", import.meta.url));
  const { ok, stdout, output } = await runQuietly(process.execPath, [program]);
  if (!ok) throw new Error(`The bundles' packages could not be listed:\n${output}`);
  return JSON.parse(stdout);
}
