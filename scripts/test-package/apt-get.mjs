import { runQuietly } from "../setup/run-quietly.mjs";

// Somebody else's apt may be at work.
const waitForLock = ["-o", "DPkg::Lock::Timeout=300"];

/** @param {string} deb */
export function installPackage(deb) {
  return aptGet(["install", "-y", "--no-install-recommends", deb]);
}

/** Does nothing if it is not there. */
export function purgePackage() {
  return aptGet(["purge", "-y", "verifik-tray"]);
}

/** @param {readonly string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
  return runQuietly("apt-get", [...waitForLock, ...args], { env });
}
