import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder } from "../project-folder.mjs";

/**
 * A runtime as electron-builder wants an unpacked one: without the app that Electron brings along.
 *
 * @param {string} binary
 * @returns {{ folder: string, remove: () => void }}
 */
export function runtimeCopy(binary) {
  // Hard links where the file system lets: electron-builder copies what it changes.
  const folder = mkdtempSync(join(projectFolder, "out", "runtime-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const isCopied = ["-al", "-a"].some((how) => spawnSync("cp", [how, `${dirname(binary)}/.`, folder]).status === 0);
  if (!isCopied) {
    remove();
    throw new Error(`${dirname(binary)} could not be copied.`);
  }
  for (const name of ["resources/default_app.asar", "version"])
    rmSync(join(folder, name), { recursive: true, force: true });
  return { folder, remove };
}
