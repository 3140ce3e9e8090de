import { build } from "./build.mjs";
import { runScript } from "./run-script.mjs";
import { runTypeScript } from "./run-typescript.mjs";
import { describeRuntime, resolveRuntime } from "./runtime.mjs";
import { SetupFailure } from "./setup/failure.mjs";
import { setUp } from "./setup.mjs";

/** Compares the application with bare Electron: docs/performance.md. Exits with 1 when a bound is missed. */
await runScript(async () => {
  if (process.platform !== "linux") {
    throw new SetupFailure("system-incomplete", "The benchmark needs Linux: it reads /proc, D-Bus and X11.");
  }
  await setUp(["packages", "electron-libraries", "headless-desktop", "tests"]);
  const runtime = await resolveRuntime({ purpose: "loopback" });
  console.error(describeRuntime(runtime));
  build();
  const env = {
    ...process.env,
    VERIFIK_TRAY_ELECTRON: runtime.binary,
    VERIFIK_TRAY_ELECTRON_VERSION: runtime.version ?? "unknown",
  };
  return runTypeScript("scripts/bench/bench.ts", process.argv.slice(2), { env });
});
