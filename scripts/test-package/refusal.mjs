import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { SetupFailure } from "../setup/failure.mjs";
import { hasCommand } from "../setup/probe.mjs";
import { installedFolder } from "./installed-figures.mjs";

/**
 * The test installs and purges the package, so it wants a Debian of which it is root and where nobody has installed it.
 *
 * @throws {SetupFailure} system-incomplete
 */
export function requireRootWithoutPackage() {
  const why = refusal({
    platform: process.platform,
    hasApt: hasCommand("apt-get"),
    isRoot: process.getuid?.() === 0,
    isInstalled: isInstalled(),
  });
  if (why !== undefined) throw new SetupFailure("system-incomplete", why);
}

/**
 * @param {{ platform: string, hasApt: boolean, isRoot: boolean, isInstalled: boolean }} host
 * @returns {string | undefined} for a person; undefined if there is nothing against it
 */
export function refusal({ platform, hasApt, isRoot, isInstalled }) {
  if (platform !== "linux" || !hasApt) return "This test installs a deb: it needs Debian or Ubuntu.";
  if (!isRoot) return "This test installs and purges a package, which only root may do: sudo npm run test:package";
  return isInstalled
    ? "Verifik Tray is installed here, and this test would take it away. To do without it: apt-get purge verifik-tray"
    : undefined;
}

function isInstalled() {
  const { stdout } = spawnSync("dpkg-query", ["--status", "verifik-tray"], { encoding: "utf8" });
  return /^Status: .* installed$/m.test(stdout ?? "") || existsSync(installedFolder);
}
