import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { projectFolder } from "./project-folder.mjs";
import { runChild } from "./run-child.mjs";
import { runScript } from "./run-script.mjs";
import { resolveRuntime } from "./runtime.mjs";
import { setUp } from "./setup.mjs";

// The command line of a clone: npm run --silent cli -- token
await runScript(async () => {
  await setUp(["packages"]);
  // A command asks the running app and no server, so any Electron will do.
  const { binary } = await resolveRuntime({ purpose: "loopback" });
  if (!existsSync(join(projectFolder, "out", "main", "entry.mjs"))) build();
  // Chromium's sandbox refuses to work for root.
  const asRoot = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const [verb = "help", ...rest] = process.argv.slice(2);
  return runChild(binary, [...asRoot, projectFolder, verb, ...rest]);
});
