import { build } from "./build.mjs";
import { runScript } from "./run-script.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { setUp } from "./setup.mjs";
import { runCheck, runPlaywright, runVitest } from "./test/suites.mjs";

/** All checks, quick ones first; every suite runs, whatever the one before it said. */
await runScript(async () => {
  await setUp(["packages", "electron-libraries", "headless-desktop", "tests"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  build();

  const env = { ...process.env, VERIFIK_TRAY_ELECTRON: runtime.binary };
  const suites = [
    { name: "lint and formatting", tally: runCheck("biome", ["ci", "--error-on-warnings", "."]) },
    { name: "types, Electron 45", tally: runCheck("tsc", ["-p", "tsconfig.json"]) },
    { name: "types, Electron 33", tally: runCheck("tsc", ["-p", "tsconfig.electron-33.json"]) },
    { name: "unit, contract, integration, desktop", tally: runVitest(env) },
    { name: "end to end", tally: runPlaywright(env) },
  ];

  console.log();
  for (const { name, tally } of suites) console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed`);
  const passed = suites.reduce((sum, { tally }) => sum + tally.passed, 0);
  const failed = suites.reduce((sum, { tally }) => sum + tally.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
