import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../project-folder.mjs";

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {readonly string[]} [failures] the names of the failed tests
 *
 * @typedef {object} Where a checkout, and what to put before a command to run it as somebody else
 * @property {string} project
 * @property {readonly string[]} as
 */

/** @type {Where} */
const here = { project: projectFolder, as: [] };

/**
 * A command that passes or fails as one.
 *
 * @param {string} tool a package's program
 * @param {readonly string[]} args
 * @returns {Tally}
 */
export function runCheck(tool, args) {
  return run(here, tool, args, process.env) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Tests that need no Electron of their own, or start one as a program.
 *
 * @param {"checks" | "trust"} suite
 * @param {NodeJS.ProcessEnv} env
 * @param {Where} [where]
 * @returns {Tally}
 */
export function runVitest(suite, env, where = here) {
  const report = newReport(where, `vitest-${suite}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const status = run(where, "vitest", ["run", `--project=${suite}`, ...reporters], env);
  return tally(status, report, (result) => ({
    passed: result.numPassedTests,
    failed: result.numFailedTests,
    skipped: result.numPendingTests,
    failures: result.testResults.flatMap(failedAssertions),
  }));
}

/** @param {{ assertionResults: { status: string, fullName: string }[] }} file of vitest's JSON report */
function failedAssertions({ assertionResults }) {
  return assertionResults.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
}

/**
 * Tests that drive the app on a real Electron.
 *
 * @param {"e2e" | "trust" | "package"} suite
 * @param {NodeJS.ProcessEnv} env
 * @param {Where} [where]
 * @returns {Tally}
 */
export function runPlaywright(suite, env, where = here) {
  const report = newReport(where, `playwright-${suite}.json`);
  const status = run(where, "playwright", ["test", `--project=${suite}`], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return tally(status, report, ({ stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failedSpecs),
  }));
}

/**
 * @typedef {{ specs?: { ok: boolean, file: string, title: string }[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 *
 * @param {PlaywrightSuite} suite of its JSON report
 * @returns {string[]}
 */
function failedSpecs({ specs = [], suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`);
  return [...failed, ...suites.flatMap(failedSpecs)];
}

/**
 * Prints the names of the failed tests, what each suite counted, and their sum as the last line.
 *
 * @param {readonly { readonly name: string, readonly tally: Tally }[]} suites
 * @returns {number} the exit code to end with
 */
export function closingLines(suites) {
  console.log();
  for (const { name, tally } of suites) {
    for (const failure of tally.failures ?? []) console.log(`failed, ${name}: ${failure}`);
  }
  for (const { name, tally } of suites) console.log(`${name}: ${inWords(tally)}`);
  const sum = (/** @type {"passed" | "failed" | "skipped"} */ key) =>
    suites.reduce((sum, { tally }) => sum + (tally[key] ?? 0), 0);
  const all = { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
  console.log(inWords(all));
  return all.failed === 0 && all.passed > 0 ? 0 : 1;
}

/** @param {Tally} tally */
function inWords({ passed, failed, skipped = 0 }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/**
 * @param {Where} where
 * @param {string} name
 * @returns {string} its path; an older report is removed, so that it cannot stand for a run that made none
 */
function newReport({ project }, name) {
  const reports = join(project, "out", "reports");
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
 * @param {Where} where
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run({ project, as }, tool, args, env) {
  const program = join(project, "node_modules", ".bin", process.platform === "win32" ? `${tool}.cmd` : tool);
  const [command = program, ...rest] = [...as, program, ...args];
  const shell = process.platform === "win32";
  const { status, error } = spawnSync(command, rest, { cwd: project, stdio: "inherit", env, shell });
  if (error) console.error(error.message);
  return status ?? 1;
}
