import { statSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../package/files-below.mjs";
import { readFuses } from "../package/read-fuses.mjs";

export const installedFolder = "/opt/Verifik Tray";

/**
 * Sizes and fuses of what is installed, a line each.
 *
 * @param {string} deb it was installed from
 */
export async function installedFigures(deb) {
  const fuses = await readFuses(join(installedFolder, "verifik-tray"));
  const folderBytes = filesBelow(installedFolder)
    .filter(({ isFolder }) => !isFolder)
    .reduce((sum, { path }) => sum + statSync(join(installedFolder, path)).size, 0);
  return [
    `app.asar: ${kilobytes(statSync(join(installedFolder, "resources/app.asar")).size)}`,
    `installed folder: ${kilobytes(folderBytes)}`,
    `deb, packed quickly: ${kilobytes(statSync(deb).size)}`,
    "fuses of the installed program:",
    ...Object.entries(fuses).map(([name, state]) => `  ${name}: ${state}`),
  ];
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000).toLocaleString("en")} kB`;
}
