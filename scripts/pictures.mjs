import { build } from "./build.mjs";
import { runScript } from "./run-script.mjs";
import { runTypeScript } from "./run-typescript.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { SetupFailure } from "./setup/failure.mjs";
import { setUp } from "./setup.mjs";

/** Takes all pictures of docs/pictures again, on private desktops with Xfce's panel and dunst. */
await runScript(async () => {
  if (process.platform !== "linux") {
    throw new SetupFailure(
      "system-incomplete",
      "The pictures need Linux: they are taken on a desktop of Linux programs.",
    );
  }
  await setUp(["packages", "electron-libraries", "headless-desktop", "pictures"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  build();
  const env = { ...process.env, VERIFIK_TRAY_ELECTRON: runtime.binary };
  return runTypeScript("scripts/pictures/pictures.ts", [], { env });
});
