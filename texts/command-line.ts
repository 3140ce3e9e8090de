import type { Language } from "./desktop.ts";
import { type CommandLineTexts, commandLine as en } from "./en/command-line.ts";
import { commandLine as es } from "./es/command-line.ts";

export type { CommandLineTexts } from "./en/command-line.ts";

/** The words that commands print for a person. Separate from the other texts, so that a command loads little. */
export function commandLineTexts(language: Language): CommandLineTexts {
  return { en, es }[language];
}
