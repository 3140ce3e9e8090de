import { build } from "./build.mjs";
import { runScript } from "./run-script.mjs";
import { runTypeScript } from "./run-typescript.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { setUp } from "./setup.mjs";

/** The main job on the built-in sandbox: for a person with a display, played by a program without one. */
await runScript(async () => {
  // With a display too: the demo has a D-Bus session and a keyring of its own.
  await setUp(["packages", "electron-libraries", "headless-desktop"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  build();
  const env = { ...process.env, VERIFIK_TRAY_ELECTRON: runtime.binary };
  return runTypeScript("scripts/demo/demo.ts", process.argv.slice(2), { env });
});
