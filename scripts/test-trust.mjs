import { build } from "./build.mjs";
import { runScript } from "./run-script.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { setUp, setUpOptional } from "./setup.mjs";
import { closingLines } from "./test/suites.mjs";
import { runTrustSuite } from "./test/trust-suite.mjs";

/** Nothing leaks, nothing is lost, as often as docs/trust.md says; `-- --write` puts the table there. */
await runScript(async () => {
  await setUp(["packages", "electron-libraries", "headless-desktop", "tests"]);
  await setUpOptional(["clipboard-manager", "all-clipboard-managers"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  build();
  return closingLines(runTrustSuite("full", runtime, { writesPage: process.argv.includes("--write") }));
});
