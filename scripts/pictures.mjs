import { build } from "./build.mjs";
import { runScript } from "./run-script.mjs";
import { runTypeScript } from "./run-typescript.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { setUp } from "./setup.mjs";

/** Takes the pictures of docs/pictures anew, on private desktops with a real panel and notification daemon. Linux only. */
await runScript(async () => {
  await setUp(["packages", "electron-libraries", "headless-desktop", "pictures"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  build();
  const env = { ...process.env, VERIFIK_TRAY_ELECTRON: runtime.binary };
  return runTypeScript("scripts/pictures/pictures.ts", [], { env });
});
