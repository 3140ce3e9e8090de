import { app } from "electron";
import type { Command } from "../../domain/command-line/command.ts";
import { readCommand } from "../../domain/command-line/command.ts";
import { exitCodes } from "../../domain/command-line/exit-codes.ts";
import type { Verb } from "../../domain/command-line/verb.ts";
import { commandLineTexts } from "../../texts/command-line.ts";
import { errorName } from "../log/plain-name.ts";
import { readLanguage } from "../system/language.ts";
import { type Printer, printStatus, printToken } from "./print-answer.ts";
import { requestAnswer } from "./request-answer.ts";
import { writeTo } from "./write.ts";

/** Runs one command before Electron looks for a display. Resolves with the exit code once all output is written. */
export async function runCommand(verb: Verb): Promise<number> {
  const language = readLanguage("system");
  const texts = commandLineTexts(language.language);
  const printer: Printer = {
    texts,
    locale: language.locale,
    isTerminal: process.stderr.isTTY === true,
    print: (text) => writeTo(process.stdout, text),
    // If standard error is closed, the exit code still says what happened.
    complain: (text) => writeTo(process.stderr, text).catch(() => false),
  };
  try {
    const command = readCommand(verb);
    if (command.ok) return await run(command.value, printer);
    await printer.complain(`verifik-tray: ${texts.usageProblem(command.error)}\n`);
    return exitCodes.usage;
  } catch (error) {
    // Uncaught, it would make Electron open a dialog. Its message may quote anything, so only its name is printed.
    await printer.complain(`verifik-tray: ${texts.unforeseen(errorName(error))}\n`);
    return exitCodes.unforeseen;
  }
}

async function run(command: Command, printer: Printer): Promise<number> {
  switch (command.kind) {
    case "help":
      return (await printer.print(printer.texts.help)) ? exitCodes.ok : exitCodes.unforeseen;
    case "version":
      return (await printer.print(`verifik-tray ${app.getVersion()}\n`)) ? exitCodes.ok : exitCodes.unforeseen;
    case "token":
    case "status": {
      const { kind: verb, minValidMs } = command;
      const answer = await requestAnswer(verb, minValidMs);
      return verb === "token" ? printToken(printer, command, answer) : printStatus(printer, command, answer);
    }
  }
}
