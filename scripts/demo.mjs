import { build } from "./build.mjs";
import { runScript } from "./run-script.mjs";
import { runTypeScript } from "./run-typescript.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { setUp } from "./setup.mjs";

/** Shows the app against the sandbox: to a person with a display, or played by a program without one. */
await runScript(async () => {
  // Also with a display, because the demo has its own D-Bus session and keyring.
  await setUp(["packages", "electron-libraries", "headless-desktop"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  build();
  const env = { ...process.env, VERIFIK_TRAY_ELECTRON: runtime.binary };
  return runTypeScript("scripts/demo/demo.ts", process.argv.slice(2), { env });
});
