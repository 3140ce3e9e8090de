import { join } from "node:path";
import { projectFolder } from "./project-folder.mjs";
import { runChild } from "./run-child.mjs";

/**
 * Runs a TypeScript program of the project, as `runChild` does. Needs the npm packages (`setUp(["packages"])`).
 *
 * @param {string} file from the project's folder
 * @param {readonly string[]} args
 * @param {Omit<import("node:child_process").SpawnOptions, "stdio">} [options]
 * @returns {Promise<number>} the exit code
 */
export function runTypeScript(file, args, options = {}) {
  return runChild(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), join(projectFolder, file), ...args],
    options,
  );
}
