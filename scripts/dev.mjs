import { projectFolder } from "./project-folder.mjs";
import { requireDisplay } from "./require-display.mjs";
import { runScript } from "./run-script.mjs";
import { runTypeScript } from "./run-typescript.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { setUp } from "./setup.mjs";

/** The app against the built-in sandbox while its sources change: the page reloads, and main restarts. */
await runScript(async () => {
  requireDisplay();
  // The demo's D-Bus session and keyring.
  await setUp(["packages", "electron-libraries", "headless-desktop"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  const env = { ...process.env, VERIFIK_TRAY_ELECTRON: runtime.binary };
  return runTypeScript("scripts/dev/dev.ts", process.argv.slice(2), { env, cwd: projectFolder });
});
