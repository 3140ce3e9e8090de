import { runScript } from "./run-script.mjs";
import { runTypeScript } from "./run-typescript.mjs";
import { setUp } from "./setup.mjs";

await runScript(async () => {
  await setUp(["packages"]);
  return runTypeScript("sandbox/cli/cli.ts", process.argv.slice(2));
});
