import { withProgress } from "./progress.mjs";
import { runQuietly } from "./run-quietly.mjs";

const ENVIRONMENT = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
// Another apt may be running, as in the first minutes of a new machine.
const WAIT_FOR_LOCK = ["-o", "DPkg::Lock::Timeout=120"];

/**
 * @param {readonly string[]} names
 * @returns {Promise<ReadonlySet<string>>} those that apt can install, by its lists as they are
 */
export async function knownPackages(names) {
  const { stdout } = await runQuietly("apt-cache", ["policy", ...names], { env: ENVIRONMENT });
  // "name:\n  Installed: …\n  Candidate: …"; a merely virtual package has the candidate "(none)".
  const known = [...stdout.matchAll(/^(\S+):\n.*\n +Candidate: (?!\(none\))/gm)];
  return new Set(known.map(([, name]) => /** @type {string} */ (name)));
}

export function updateLists() {
  return aptGet("update");
}

/** @param {readonly string[]} names */
export function installPackages(names) {
  return aptGet("install", "-y", "--no-install-recommends", ...names);
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function aptGet(command, ...args) {
  return withProgress(`apt-get ${command}`, () =>
    runQuietly("apt-get", [...WAIT_FOR_LOCK, command, ...args], { env: ENVIRONMENT }),
  );
}

/**
 * @param {readonly string[]} names
 * @returns {string} what a person who is not root types
 */
export function installCommand(names) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(" ")}`;
}
