import { app } from "electron";
import { type Command, readCommand } from "../../domain/command-line/command.ts";
import { exitCodes } from "../../domain/command-line/exit-codes.ts";
import type { Verb } from "../../domain/command-line/verb.ts";
import { type CommandLineTexts, commandLineTexts } from "../../texts/command-line.ts";
import { readLanguage } from "../system/language.ts";
import { writeTo } from "./write.ts";

/** Runs one command before Electron looks for a display. Resolves with the exit code once all output is written. */
export async function runCommand(verb: Verb): Promise<number> {
  const texts = commandLineTexts(readLanguage("system").language);
  const command = readCommand(verb);
  if (!command.ok) {
    await writeTo(process.stderr, `verifik-tray: ${texts.usageProblem(command.error)}\n`);
    return exitCodes.usage;
  }
  return run(command.value, texts);
}

async function run(command: Command, texts: CommandLineTexts): Promise<number> {
  switch (command.kind) {
    case "help":
      return (await writeTo(process.stdout, texts.help)) ? exitCodes.ok : exitCodes.unforeseen;
    case "version":
      return (await writeTo(process.stdout, `verifik-tray ${app.getVersion()}\n`))
        ? exitCodes.ok
        : exitCodes.unforeseen;
    default:
      return exitCodes.unforeseen;
  }
}
