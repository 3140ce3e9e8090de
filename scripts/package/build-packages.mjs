import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFolder } from "../project-folder.mjs";
import { SetupFailure } from "../setup/failure.mjs";
import { fpmEnvironment } from "./fpm.mjs";
import { packagePlan } from "./package-plan.mjs";

/**
 * @typedef {object} Packaging
 * @property {import("../runtime.mjs").Runtime} runtime
 * @property {string} [version] another one than package.json's
 * @property {readonly string[]} targets electron-builder's; if empty, those of electron-builder.yml for this system
 * @property {string} output a folder, emptied first
 */

/**
 * Builds packages for this system. The npm packages must be there.
 *
 * @param {Packaging} packaging
 * @returns {Promise<{ version: string, artifacts: string[] }>} the paths of the files
 * @throws {SetupFailure} package-failed
 */
export async function buildPackages({ runtime, version: asked, targets, output }) {
  const plan = packagePlan(
    runtime,
    asked ?? JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")).version,
  );
  rmSync(output, { recursive: true, force: true });
  const artifacts = runBuilder({
    config: {
      ...plan.config,
      ...(runtime.kind === "official" ? {} : { electronDist: dirname(runtime.binary) }),
      directories: { output, buildResources: "resources" },
    },
    targets,
    env: targets.includes("deb") ? { ...quickPacking, ...(await fpmEnvironment()) } : {},
  });
  const bill = join(output, `verifik-tray-${plan.version}.cdx.json`);
  copyFileSync(join(projectFolder, "out/package/bill-of-materials.cdx.json"), bill);
  return { version: plan.version, artifacts: [...artifacts, bill] };
}

/** @returns {readonly string[]} the targets of `npm run package` without --release: what a Debian without the release host can build */
export function targetsHere() {
  return process.platform === "linux" ? ["dir", "deb", "tar.gz"] : ["dir"];
}

/** Debian's 7za, since electron-builder's own comes from a release host; the best compression takes minutes. */
const quickPacking = { ELECTRON_BUILDER_7ZIP_PATH: "/usr/bin/7za", ELECTRON_BUILDER_COMPRESSION_LEVEL: "1" };

/**
 * @param {object} builder
 * @param {import("electron-builder").Configuration} builder.config
 * @param {readonly string[]} builder.targets
 * @param {NodeJS.ProcessEnv} builder.env where the person's own environment does not say otherwise
 * @returns {string[]} the paths of the files
 */
function runBuilder({ config, targets, env }) {
  // A process of its own: what electron-builder loads ends the process that it is in with 0, whatever went wrong.
  const program = fileURLToPath(new URL("run-electron-builder.mjs", import.meta.url));
  const result = join(projectFolder, "out", "artifacts.json");
  rmSync(result, { force: true });
  const { status } = spawnSync(process.execPath, [program, JSON.stringify({ config, targets, result })], {
    cwd: projectFolder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, ...process.env },
  });
  if (status !== 0 || !existsSync(result)) {
    throw new SetupFailure("package-failed", "The packages could not be built; the reason is above.");
  }
  return JSON.parse(readFileSync(result, "utf8"));
}
