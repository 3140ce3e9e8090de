import { basename } from "node:path";
import { projectFolder } from "../project-folder.mjs";
import { runQuietly } from "./run-quietly.mjs";

/**
 * Runs npm in the project's folder; the very npm that runs us, if one does.
 *
 * @param {readonly string[]} args
 * @param {{ signal?: AbortSignal }} [options]
 */
export function runNpm(args, options = {}) {
  const npmCli = process.env.npm_execpath;
  // Another package manager sets the variable too.
  if (npmCli !== undefined && basename(npmCli) === "npm-cli.js") {
    return runQuietly(process.execPath, [npmCli, ...args], { ...options, cwd: projectFolder });
  }
  // On Windows npm is a .cmd file, which starts by a shell only.
  return runQuietly("npm", args, { ...options, cwd: projectFolder, shell: process.platform === "win32" });
}
