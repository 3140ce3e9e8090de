import { build } from "./build.mjs";
import { projectFolder } from "./project-folder.mjs";
import { runChild } from "./run-child.mjs";
import { runScript } from "./run-script.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { SetupFailure } from "./setup/failure.mjs";
import { setUp } from "./setup.mjs";

const DEMO_HINT = "To see it at work on a built-in sandbox: npm run demo";

await runScript(async () => {
  requireDisplay();
  await setUp(["electron-libraries", "packages"]);
  const runtime = await officialRuntime();
  console.error(describeRuntime(runtime));
  build();
  return runChild(runtime.binary, [...sandboxFlags(), ".", ...process.argv.slice(2)], { cwd: projectFolder });
});

function requireDisplay() {
  if (process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  throw new SetupFailure(
    "display-missing",
    `There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it in a desktop session.\n${DEMO_HINT}`,
  );
}

/** Only an Electron with security fixes may hold a real token. */
async function officialRuntime() {
  try {
    return await resolveRuntime({ purpose: "production" });
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    throw new SetupFailure(error.kind, `${error.message}\n${DEMO_HINT}`, { cause: error });
  }
}

/** Chromium's sandbox refuses to run as root. */
function sandboxFlags() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return [];
  console.error("Running as root, so Chromium's own sandbox is off (--no-sandbox).");
  return ["--no-sandbox"];
}
