import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildPackages } from "./package/build-packages.mjs";
import { buildBundles } from "./package/bundles.mjs";
import { projectFolder } from "./project-folder.mjs";
import { runScript } from "./run-script.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { setUp } from "./setup.mjs";
import { closingLines } from "./test/suites.mjs";
import { requireRootWithoutPackage } from "./test-package/refusal.mjs";
import { runAsOrdinaryUser } from "./test-package/run-as-ordinary-user.mjs";

/**
 * Installs, uses, upgrades and purges the deb, as people do: apt-get as root, all else as an ordinary user. With --picture also
 * takes the one of the installation page.
 */
await runScript(async () => {
  requireRootWithoutPackage();
  const { picture } = parseArgs({ options: { picture: { type: "boolean", default: false } } }).values;
  await setUp([
    "packages",
    "electron-libraries",
    "headless-desktop",
    "packaging",
    "installed-package",
    ...(picture ? /** @type {const} */ (["pictures"]) : []),
  ]);
  const found = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(found));
  // Tests drive a package by its debugging port, and lead it to a sandbox: a release refuses both.
  const runtime = { ...found, kind: /** @type {const} */ ("override") };
  const folder = mkdtempSync(join(tmpdir(), "verifik-tray-packages-"));
  try {
    // apt-get reads the packages as a user of its own, and the tests are nobody's.
    chmodSync(folder, 0o755);
    const first = await debOf(runtime, join(folder, "first"), ["dir", "deb"]);
    const second = await debOf(runtime, join(folder, "second"), ["deb"], "0.1.1");
    const asRelease = await withReleaseBundles(join(folder, "first", "linux-unpacked"), join(folder, "as-release"));
    const { tally, figures } = await runAsOrdinaryUser({
      electron: runtime.binary,
      first: first.deb,
      second: second.deb,
      ...(picture ? { picture: join(projectFolder, "docs", "installed.png") } : {}),
      env: {
        VERIFIK_TRAY_FIRST: first.version,
        VERIFIK_TRAY_SECOND: second.version,
        VERIFIK_TRAY_AS_RELEASE: join(asRelease, "verifik-tray"),
      },
    });
    console.log(`\n${figures}`);
    return closingLines([{ name: "package", tally }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {import("./runtime.mjs").Runtime} runtime
 * @param {string} output
 * @param {readonly string[]} targets
 * @param {string} [version]
 * @returns {Promise<{ version: string, deb: string }>} the version as Debian spells it
 */
async function debOf(runtime, output, targets, version) {
  const built = await buildPackages({ runtime, output, targets, ...(version === undefined ? {} : { version }) });
  const deb = built.artifacts.find((file) => file.endsWith(".deb"));
  if (deb === undefined) throw new Error("No deb was built.");
  return { version: built.version.replaceAll("-", "~"), deb };
}

/**
 * A copy of the program with the bundles of a release, to test what a release refuses. It never leaves the test.
 *
 * @param {string} unpacked
 * @param {string} folder
 */
async function withReleaseBundles(unpacked, folder) {
  cpSync(unpacked, folder, { recursive: true });
  const asar = join(folder, "resources", "app.asar");
  const files = `${folder}-files`;
  const { createPackage, extractAll } = await import("@electron/asar");
  extractAll(asar, files);
  await buildBundles({ folder: join(files, "out"), testBuild: false });
  await createPackage(files, asar);
  return folder;
}
