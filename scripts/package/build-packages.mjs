import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "../build.mjs";
import { projectFolder } from "../project-folder.mjs";
import { SetupFailure } from "../setup/failure.mjs";
import { billOfMaterials, readRuntimeVersions } from "./bill-of-materials.mjs";
import { bundledPackages } from "./bundled-packages.mjs";
import { copyrightFile, debianChangelog, notices } from "./notices.mjs";
import { packagePlan } from "./package-plan.mjs";
import { runtimeCopy } from "./runtime-copy.mjs";

/** Of what a Debian without the release host can build. */
const testableTargets = ["dir", "deb", "tar.gz"];

/**
 * @typedef {object} Packaging
 * @property {import("../runtime.mjs").Runtime} runtime
 * @property {string} [version] another one than package.json's
 * @property {readonly string[]} targets electron-builder's; none: all of electron-builder.yml for this system
 * @property {string} output a folder, emptied first
 */

/**
 * Builds packages for this system. The npm packages must be there.
 *
 * @param {Packaging} packaging
 * @returns {Promise<{ version: string, artifacts: string[] }>} the paths of the files
 * @throws {SetupFailure} build-failed, package-failed
 */
export async function buildPackages({ runtime, version: asked, targets, output }) {
  const plan = packagePlan(
    runtime,
    asked ?? JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")).version,
  );
  build({ testBuild: plan.isTestBuild });
  rmSync(output, { recursive: true, force: true });
  await writeTexts(plan.version, runtime.binary);
  const copy = runtime.kind === "official" ? undefined : runtimeCopy(runtime.binary);
  try {
    const electronDist = copy ? { electronDist: copy.folder } : {};
    const artifacts = runBuilder(
      { ...plan.config, ...electronDist, directories: { output, buildResources: "resources" } },
      targets,
    );
    const bill = join(output, `verifik-tray-${plan.version}.cdx.json`);
    copyFileSync(join(projectFolder, "out/package/bill-of-materials.cdx.json"), bill);
    return { version: plan.version, artifacts: [...artifacts, bill] };
  } finally {
    copy?.remove();
  }
}

/** @returns {readonly string[]} what `npm run package` builds when it is no release */
export function targetsHere() {
  return process.platform === "linux" ? testableTargets : ["dir"];
}

/**
 * @param {import("electron-builder").Configuration} config
 * @param {readonly string[]} targets
 * @returns {string[]} the paths of the files
 */
function runBuilder(config, targets) {
  // A process of its own: what electron-builder loads ends the process that it is in with 0, whatever went wrong.
  const program = fileURLToPath(new URL("run-electron-builder.mjs", import.meta.url));
  const result = join(projectFolder, "out", "package", "artifacts.json");
  const { status } = spawnSync(process.execPath, [program, JSON.stringify({ config, targets, result })], {
    cwd: projectFolder,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...(process.platform === "linux" && targets.length > 0 ? toolsHere() : {}), ...process.env },
  });
  if (status !== 0 || !existsSync(result)) {
    throw new SetupFailure("package-failed", "The packages could not be built; why is above.");
  }
  return JSON.parse(readFileSync(result, "utf8"));
}

/** electron-builder's own tools come from a release host. Debian has one of them, and in the other's place goes a program of ours. */
function toolsHere() {
  return {
    ELECTRON_BUILDER_7ZIP_PATH: "/usr/bin/7za",
    CUSTOM_FPM_PATH: fileURLToPath(new URL("fpm-over-dpkg-deb.mjs", import.meta.url)),
    // The best compression takes minutes for what a test installs once.
    ELECTRON_BUILDER_COMPRESSION_LEVEL: "1",
  };
}

/**
 * What goes into a package beside the bundles.
 *
 * @param {string} version
 * @param {string} binary
 */
async function writeTexts(version, binary) {
  const folder = join(projectFolder, "out", "package");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = await bundledPackages();
  const bill = await billOfMaterials(packages, { version, runtimeVersions: readRuntimeVersions(binary) });
  writeFileSync(join(folder, "THIRD-PARTY-NOTICES.md"), notices(packages));
  writeFileSync(join(folder, "bill-of-materials.cdx.json"), `${JSON.stringify(bill, null, 2)}\n`);
  const maintainer = "The Verifik Tray authors <verifik-tray@users.noreply.github.com>";
  const debianVersion = version.replaceAll("-", "~");
  writeFileSync(join(folder, "changelog"), debianChangelog({ version: debianVersion, maintainer, at: new Date() }));
  writeFileSync(join(folder, "copyright"), copyrightFile(readFileSync(join(projectFolder, "LICENSE"), "utf8")));
}
