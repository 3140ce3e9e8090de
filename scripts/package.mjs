import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { buildPackages, targetsHere } from "./package/build-packages.mjs";
import { projectFolder } from "./project-folder.mjs";
import { runScript } from "./run-script.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { SetupFailure } from "./setup/failure.mjs";
import { setUp } from "./setup.mjs";

/** Builds packages for this system into dist/; with --release all of them, around the official Electron and nothing else. */
await runScript(async () => {
  const { release } = parseArgs({ options: { release: { type: "boolean", default: false } } }).values;
  await setUp(["packages", "electron-libraries", "packaging"]);
  const runtime = release ? await officialRuntime() : await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  const output = join(projectFolder, "dist");
  const targets = release ? [] : targetsHere();
  const { version, artifacts } = await buildPackages({ runtime, output, targets });
  const sums = artifacts.map((file) => `${sha256(file)}  ${basename(file)}\n`);
  writeFileSync(join(output, "SHA256SUMS"), sums.join(""));

  console.log(`\nVerifik Tray ${version}, in dist/:`);
  for (const file of artifacts) console.log(`  ${basename(file)}  ${Math.ceil(statSync(file).size / 1000)} kB`);
});

/** @throws {SetupFailure} official-unavailable, override-broken */
async function officialRuntime() {
  const only = "A release is built around the official Electron and nothing else.";
  try {
    const runtime = await resolveRuntime({ purpose: "production" });
    if (runtime.kind === "official") return runtime;
    throw new SetupFailure("override-broken", "ELECTRON_OVERRIDE_DIST_PATH is set. Unset it.");
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    throw new SetupFailure(error.kind, `${only}\n${error.message}`, { cause: error });
  }
}

/** @param {string} file */
function sha256(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
