import { readdirSync } from "node:fs";
import { join, relative } from "node:path";

/** @typedef {{ readonly path: string, readonly isFolder: boolean }} FileBelow `path` from the folder, with slashes */

/**
 * @param {string} folder
 * @returns {FileBelow[]} all that is below it, sorted, but for symbolic links
 */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
      isFolder: entry.isDirectory(),
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}
