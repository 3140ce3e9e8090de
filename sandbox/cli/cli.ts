import { once } from "node:events";
import { startSandbox } from "../server.ts";
import { sandboxOptionsOf } from "./cli-options.ts";
import { printCodes, printFaults, printIntroduction } from "./printer.ts";
import { languageOfEnvironment, sandboxTexts } from "./texts.ts";

const texts = sandboxTexts[languageOfEnvironment(process.env)];

/** Runs until SIGINT or SIGTERM. Returns the exit code: 0, 2 for a bad option, 1 if the port is not available. */
async function main(): Promise<number> {
  const options = sandboxOptionsOf(process.argv.slice(2));
  if ("badOption" in options) {
    process.stderr.write(`${texts.badOption(options.badOption)}\n`);
    return 2;
  }
  const stopped = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const { faults = [], ...sandboxOptions } = options;
  const sandbox = await startSandbox(sandboxOptions).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== "listen") throw error;
    process.stderr.write(`${texts.cannotListen(options.port ?? 0, error.code ?? error.message)}\n`);
  });
  if (!sandbox) return 1;
  for (const { endpoint, fault } of faults) sandbox.faults.every(endpoint, fault);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  printIntroduction(sandbox, texts, print);
  printFaults(faults, texts, print);
  printCodes(sandbox, texts, print);
  await stopped;
  await sandbox.close();
  return 0;
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
