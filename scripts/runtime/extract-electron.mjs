import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";

const PREFIX = "Cypress/";

/**
 * Takes the stock Electron out of the vendor's zip, and leaves the vendor's app in it: its resources and the snapshot that
 * preloads it.
 *
 * @param {string} zipFile
 * @param {string} folder made by this
 */
export async function extractElectron(zipFile, folder) {
  const { default: yauzl } = await import("yauzl");
  const zip = await yauzl.openPromise(zipFile);
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    const name = entry.fileName.slice(PREFIX.length);
    const target = join(folder, name === "Cypress" ? "electron" : name);
    await mkdir(dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode }));
  }
}

/** @param {string} path inside the zip */
function isWanted(path) {
  return (
    path.startsWith(PREFIX) &&
    !path.endsWith("/") &&
    !path.startsWith(`${PREFIX}resources/`) &&
    path !== `${PREFIX}browser_v8_context_snapshot.bin`
  );
}
