import { installCommand, installPackages, knownPackages, updateLists } from "./apt.mjs";
import { missingCapabilities } from "./capabilities.mjs";
import { SetupFailure } from "./failure.mjs";
import { hasCommand, thisComputer } from "./probe.mjs";

/**
 * @typedef {import("./capabilities.mjs").Capability} Capability
 *
 * @typedef {object} Host
 * @property {import("./capabilities.mjs").Probe} probe
 * @property {boolean} isRoot
 * @property {boolean} hasApt
 * @property {typeof knownPackages} knownPackages
 * @property {typeof updateLists} updateLists
 * @property {typeof installPackages} installPackages
 */

/** @returns {Host} */
function thisHost() {
  const isRoot = process.getuid?.() === 0;
  return { probe: thisComputer, isRoot, hasApt: hasCommand("apt-get"), knownPackages, updateLists, installPackages };
}

/**
 * Sees to it that the system brings along what is needed: installs it as root on an apt system, else says what to type.
 *
 * @param {readonly import("./capabilities.mjs").SystemNeed[]} needs
 * @param {Host} [host]
 * @throws {SetupFailure} system-incomplete
 */
export async function setUpSystem(needs, host = thisHost()) {
  const missing = missingCapabilities(needs, host.probe);
  if (missing.length === 0) return;
  if (!host.hasApt) {
    throw incomplete(
      `Missing on this computer:\n${list(missing)}\nInstall them by your system's package manager, then try again.`,
    );
  }
  if (!host.isRoot) {
    const command = installCommand(await choosePackages(missing, host));
    throw incomplete(`Missing on this computer:\n${list(missing)}\nInstall them, then try again:\n  ${command}`);
  }
  await install(missing, host);
  const stillMissing = missingCapabilities(needs, host.probe);
  if (stillMissing.length > 0)
    throw incomplete(`apt-get installed all it was asked to, but still missing are:\n${list(stillMissing)}`);
}

/**
 * @param {readonly Capability[]} missing
 * @param {Host} host
 */
async function install(missing, host) {
  const updated = await host.updateLists();
  const packages = await choosePackages(missing, host);
  console.error(`Installing Debian packages (apt-get install): ${packages.join(" ")} …`);
  const installed = await host.installPackages(packages);
  if (installed.ok) return;
  // A source out of reach need not be the one that counts, so a failed update counts only now.
  const output = updated.ok ? installed.output : updated.output + installed.output;
  throw incomplete(`${output.trimEnd()}\n\napt-get failed; its output is above. Wanted: ${packages.join(" ")}`);
}

/**
 * A package may have another name in an older release. If apt knows none of the names, its lists are still empty; then the oldest
 * name is used, which newer releases still accept.
 *
 * @param {readonly Capability[]} missing
 * @param {Pick<Host, "knownPackages">} host
 */
async function choosePackages(missing, host) {
  const known = await host.knownPackages(missing.flatMap(({ packages }) => packages));
  return missing.map(
    ({ packages }) => packages.find((name) => known.has(name)) ?? /** @type {string} */ (packages.at(-1)),
  );
}

/** @param {readonly Capability[]} missing */
function list(missing) {
  return missing.map(({ name, why }) => `  ${name} (${why})`).join("\n");
}

/** @param {string} message */
function incomplete(message) {
  return new SetupFailure("system-incomplete", message);
}
