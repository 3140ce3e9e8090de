import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Arch } from "electron-builder";
import { projectFolder } from "../project-folder.mjs";
import { executableName, readVersion, resourcesFolder } from "../runtime/distribution.mjs";
import { resolveRuntime } from "../runtime.mjs";
import { billOfMaterials, readRuntimeVersions } from "./bill-of-materials.mjs";
import { buildBundles } from "./bundles.mjs";
import { copyrightFile, debianChangelog, notices } from "./notices.mjs";
import { isTestVersion, testVersion } from "./package-plan.mjs";

/**
 * electron-builder's hooks (https://www.electron.build/hooks), named in electron-builder.yml: `npx electron-builder` alone
 * packs fresh bundles with their notices and bill of materials. All of it is written to this folder first.
 */
const texts = join(projectFolder, "out", "package");

/** @type {import("./bundles.mjs").BundledPackage[]} */
let packages = [];

/**
 * Builds the bundles and writes the texts that depend on them. With `electronDist`, that is around a runtime that is not the
 * official release, the result is a test build, which talks to loopback only (docs/adr/0004).
 *
 * @param {import("app-builder-lib").BeforePackContext} context
 * @throws if something else than a folder or a marked test package is to be made around such a runtime
 */
export async function beforePack({ packager, targets }) {
  const { config, appInfo } = packager;
  const isTestBuild = Boolean(config.electronDist);
  if (isTestBuild && !isTestVersion(appInfo.version)) {
    refusePackages(targets.map(({ name }) => name));
    const version = testVersion(appInfo.version, readVersion(resolve(projectFolder, String(config.electronDist))));
    Object.assign(config, { extraMetadata: { ...config.extraMetadata, version } });
  }
  rmSync(texts, { recursive: true, force: true });
  mkdirSync(texts, { recursive: true });
  packages = await buildBundles({ folder: join(texts, "bundles"), testBuild: isTestBuild });
  writeFileSync(join(texts, "THIRD-PARTY-NOTICES.md"), notices(packages));
  writeFileSync(join(texts, "copyright"), copyrightFile(readFileSync(join(projectFolder, "LICENSE"), "utf8")));
  const maintainer = "The Verifik Tray authors <verifik-tray@users.noreply.github.com>";
  const version = appInfo.version.replaceAll("-", "~");
  writeFileSync(join(texts, "changelog"), debianChangelog({ version, maintainer, at: new Date() }));
}

/**
 * Writes the bill of materials, and removes the app that an unpacked Electron contains. The runtime still runs as Node here: the
 * fuses come later.
 *
 * @param {import("app-builder-lib").AfterExtractContext} context
 */
export async function afterExtract({ packager, appOutDir, arch, electronPlatformName }) {
  const platform = /** @type {NodeJS.Platform} */ (electronPlatformName);
  rmSync(join(appOutDir, resourcesFolder(platform), "default_app.asar"), { recursive: true, force: true });
  rmSync(join(appOutDir, "version"), { force: true });
  const isForHere = platform === process.platform && Arch[arch] === process.arch;
  const binary = isForHere
    ? join(appOutDir, executableName(platform))
    : (await resolveRuntime({ purpose: "production" })).binary;
  const { version = packager.appInfo.version } = packager.config.extraMetadata ?? {};
  const bill = await billOfMaterials(packages, { version, runtimeVersions: readRuntimeVersions(binary) });
  writeFileSync(join(texts, "bill-of-materials.cdx.json"), `${JSON.stringify(bill, null, 2)}\n`);
}

/** @param {readonly string[]} targets */
function refusePackages(targets) {
  const refused = targets.filter((name) => name !== "dir");
  if (refused.length === 0) return;
  throw new Error(
    `Refused: ${refused.join(", ")}. Around an Electron from electronDist only the target dir is built, as a test build. For marked test packages: npm run package`,
  );
}
