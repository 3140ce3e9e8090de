import { build } from "./build.mjs";
import { projectFolder } from "./project-folder.mjs";
import { demoHint, requireDisplay } from "./require-display.mjs";
import { runChild } from "./run-child.mjs";
import { runScript } from "./run-script.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { SetupFailure } from "./setup/failure.mjs";
import { setUp } from "./setup.mjs";

await runScript(async () => {
  requireDisplay();
  await setUp(["electron-libraries", "packages"]);
  const runtime = await officialRuntime();
  console.error(describeRuntime(runtime));
  build();
  return runChild(runtime.binary, [...sandboxFlags(), ".", ...process.argv.slice(2)], { cwd: projectFolder });
});

/** Only an Electron with security fixes may hold a real token. */
async function officialRuntime() {
  try {
    return await resolveRuntime({ purpose: "production" });
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    throw new SetupFailure(error.kind, `${error.message}\n${demoHint}`, { cause: error });
  }
}

/** Chromium's sandbox refuses to work for root. */
function sandboxFlags() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return [];
  console.error("Running as root, so Chromium's own sandbox is off (--no-sandbox).");
  return ["--no-sandbox"];
}
