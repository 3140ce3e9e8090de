import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project-folder.mjs";

/** @typedef {{ readonly passed: number, readonly failed: number }} Tally */

const reports = join(projectFolder, "out", "reports");

/**
 * A command that passes or fails as one.
 *
 * @param {string} tool a package's program
 * @param {readonly string[]} args
 * @returns {Tally}
 */
export function runCheck(tool, args) {
  return run(tool, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Unit, contract, integration and desktop tests.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Tally}
 */
export function runVitest(env) {
  const report = newReport("vitest.json");
  const status = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], env);
  return tally(status, report, (result) => ({ passed: result.numPassedTests, failed: result.numFailedTests }));
}

/**
 * End-to-end tests on real Electron.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Tally}
 */
export function runPlaywright(env) {
  const report = newReport("e2e.json");
  const status = run("playwright", ["test"], { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return tally(status, report, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));
}

/**
 * @param {string} name
 * @returns {string} its path; an older report is removed, so that it cannot stand for a run that made none
 */
function newReport(name) {
  mkdirSync(reports, { recursive: true });
  const path = join(reports, name);
  rmSync(path, { force: true });
  return path;
}

/**
 * @param {number} status
 * @param {string} report
 * @param {(result: any) => Tally} count
 * @returns {Tally}
 */
function tally(status, report, count) {
  /** @type {Tally} */
  let counted = { passed: 0, failed: 0 };
  try {
    counted = count(JSON.parse(readFileSync(report, "utf8")));
  } catch (error) {
    console.error(`There is no report to count: ${error instanceof Error ? error.message : error}`);
  }
  // The runner itself failed: an error outside of any test, or no test at all.
  return status !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(tool, args, env = process.env) {
  const program = join(projectFolder, "node_modules", ".bin", process.platform === "win32" ? `${tool}.cmd` : tool);
  const shell = process.platform === "win32";
  const { status, error } = spawnSync(program, args, { cwd: projectFolder, stdio: "inherit", env, shell });
  if (error) console.error(error.message);
  return status ?? 1;
}
