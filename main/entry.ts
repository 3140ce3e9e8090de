import { createRequire } from "node:module";
import { argumentsOfApp, findVerb } from "../domain/command-line/verb.ts";

/**
 * The first module of every start. Electron runs its event loop until this module is loaded, and only then looks for a display, a
 * keyring or a session bus: so a command waits here for its answer and exits. A CommonJS module that waits ends with a
 * segmentation fault where there is no display. https://www.electronjs.org/docs/latest/tutorial/esm
 */
const verb = findVerb(argumentsOfApp(process.argv, process.defaultApp !== true));
// Not `import()`: Node compiles a parser for the exports of a CommonJS module then, which takes 5 MB of memory.
if (verb === undefined) createRequire(import.meta.url)("./index.cjs");
else {
  const { runCommand } = await import("./command-line/run-command.ts");
  process.exit(await runCommand(verb));
}
