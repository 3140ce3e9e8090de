import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { projectFolder } from "../project-folder.mjs";
import { SetupFailure } from "../setup/failure.mjs";

/** The user that owns nothing: there on every Linux. */
export const nobody = 65534;

const leftOut = [".git", "dist", "test-results"];

/**
 * @typedef {object} Place where a suite runs, and as whom
 * @property {string} project a checkout with its packages and bundles
 * @property {string} electron
 * @property {string} figures a folder that the suite may write to
 * @property {readonly string[]} as what to put before a command
 * @property {() => void} remove
 */

/**
 * Root is no user of a desktop, and Chromium's sandbox refuses to work for root. So the suite gets a copy of the project that
 * everybody can read (hard links, where the file system lets), and runs there as nobody. Anybody else runs it where it is.
 *
 * @param {string} electron
 * @returns {Place}
 * @throws {SetupFailure} copy-failed
 */
export function ordinaryUserPlace(electron) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "verifik-tray-suite-")));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const figures = join(folder, "figures");
    mkdirSync(figures);
    if (process.getuid?.() !== 0) return { project: projectFolder, electron, figures, as: [], remove };
    chmodSync(folder, 0o755);
    chownSync(figures, nobody, nobody);
    const project = join(folder, "project");
    mkdirSync(project);
    for (const name of readdirSync(projectFolder)) {
      if (!leftOut.includes(name)) copyReadable(join(projectFolder, name), join(project, name));
    }
    // Test results and Vite's cache are written there.
    chownSync(project, nobody, nobody);
    for (const written of ["out/reports", "node_modules/.vite", "node_modules/.vite-temp"]) {
      rmSync(join(project, written), { recursive: true, force: true });
      mkdirSync(join(project, written));
      chownSync(join(project, written), nobody, nobody);
    }
    const runtime = join(folder, "electron");
    copyReadable(dirname(electron), runtime);
    const as = ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups", "--no-new-privs", "--"];
    return { project, electron: join(runtime, relative(dirname(electron), electron)), figures, as, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * @param {string} from
 * @param {string} to
 * @throws {SetupFailure} copy-failed
 */
function copyReadable(from, to) {
  // Links first: they take no time, and what nobody may not change in the copy it cannot change in the original either.
  if (runs("cp", ["-al", from, to]) && isReadable(to)) return;
  rmSync(to, { recursive: true, force: true });
  // Another file system, or files that are root's alone.
  if (runs("cp", ["-a", from, to]) && runs("chmod", ["-R", "a+rX", to])) return;
  throw new SetupFailure("copy-failed", `${from} could not be copied to ${to}.`);
}

/** @param {string} path */
function isReadable(path) {
  const { status, stdout } = spawnSync("find", [path, "!", "-type", "l", "!", "-perm", "-004", "-print", "-quit"]);
  return status === 0 && stdout.length === 0;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function runs(command, args) {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
