import { build } from "./build.mjs";
import { runScript } from "./run-script.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { setUp, setUpOptional } from "./setup.mjs";
import { closingLines, runCheck, runPlaywright, runVitest } from "./test/suites.mjs";
import { runTrustSuite } from "./test/trust-suite.mjs";

/** All checks, quick ones first; every suite runs, whatever the one before it said. */
await runScript(async () => {
  await setUp(["packages", "electron-libraries", "headless-desktop", "tests"]);
  const all = Boolean(process.env.VERIFIK_TRAY_TEST_ALL);
  await setUpOptional(all ? ["clipboard-manager", "all-clipboard-managers"] : ["clipboard-manager"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  build();

  const env = { ...process.env, VERIFIK_TRAY_ELECTRON: runtime.binary };
  return closingLines([
    { name: "lint and formatting", tally: runCheck("biome", ["ci", "--error-on-warnings", "."]) },
    { name: "types, Electron 45", tally: runCheck("tsc", ["-p", "tsconfig.json"]) },
    { name: "types, Electron 33", tally: runCheck("tsc", ["-p", "tsconfig.electron-33.json"]) },
    { name: "unit, contract, integration, desktop", tally: runVitest("checks", env) },
    { name: "end to end", tally: runPlaywright("e2e", env) },
    ...runTrustSuite("short", runtime),
  ]);
});
