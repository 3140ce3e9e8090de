import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectFolder } from "./project-folder.mjs";
import { runScript } from "./run-script.mjs";
import { SetupFailure } from "./setup/failure.mjs";
import { setUp } from "./setup.mjs";

/**
 * Builds main, preload and renderer into `out/` and prints only warnings. The npm packages must be installed.
 *
 * @param {{ testBuild?: boolean }} [options] `testBuild`: for a package whose Electron is not the official release
 * @throws {SetupFailure} build-failed
 */
export function build({ testBuild = false } = {}) {
  const vite = join(projectFolder, "node_modules", "vite", "bin", "vite.js");
  // A separate process, because Vite sets NODE_ENV, which later child processes would inherit.
  const { status } = spawnSync(process.execPath, [vite, "build", "--app", "--logLevel=warn"], {
    cwd: projectFolder,
    env: { ...process.env, VERIFIK_TRAY_TEST_BUILD: testBuild ? "1" : "0" },
    stdio: ["ignore", process.stderr, process.stderr],
  });
  if (status !== 0) throw new SetupFailure("build-failed", "The build failed; its output is above.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    await setUp(["packages"]);
    const startedAtMs = performance.now();
    build();
    console.log(`Built out/ in ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s.`);
  });
}
