import { exitCodeOf, type NoAnswer, type Refusal } from "../../domain/command-line/answer.ts";
import type { Command } from "../../domain/command-line/command.ts";
import { exitCodes } from "../../domain/command-line/exit-codes.ts";
import { errorJson, statusJson, tokenOutput } from "../../domain/command-line/output.ts";
import { timeLeft } from "../../domain/token/time-left.ts";
import type { CommandLineTexts } from "../../texts/command-line.ts";
import { shortDate } from "../../texts/short-date.ts";
import type { Response } from "./request-answer.ts";

/** Where a command prints. Both functions resolve to false if the reader has closed its end. */
export interface Printer {
  readonly texts: CommandLineTexts;
  readonly locale: string;
  /** Whether a person reads standard error. */
  readonly isTerminal: boolean;
  readonly print: (text: string) => Promise<boolean>;
  readonly complain: (text: string) => Promise<boolean>;
}

type CommandOf<Kind> = Extract<Command, { kind: Kind }>;

/** Prints the token on standard output, or the reason for its absence on standard error. Resolves with the exit code. */
export async function printToken(
  printer: Printer,
  { format, quiet }: CommandOf<"token">,
  response: Response,
): Promise<number> {
  if (response.kind !== "token") return complainAbout(printer, problemOf(response), format === "json");
  if (!(await printer.print(tokenOutput(response, format).reveal()))) return exitCodes.unforeseen;
  if (printer.isTerminal && !quiet) await printer.complain(`${expiryLine(printer.texts, response.expiresAtMs)}\n`);
  return exitCodes.ok;
}

/** Prints the state on standard output, and on standard error why `token` would fail. Resolves with the exit code. */
export async function printStatus(
  printer: Printer,
  { json }: CommandOf<"status">,
  response: Response,
): Promise<number> {
  const { texts, locale } = printer;
  const status = response.kind === "status" ? response : undefined;
  const problem = status ? status.refusal : problemOf(response);
  const words = status
    ? texts.status(status.state, {
        expires: status.expiresAtMs === undefined ? undefined : shortDate(status.expiresAtMs, locale),
        left: status.expiresAtMs === undefined ? undefined : timeLeft(status.expiresAtMs - Date.now()),
        automaticRenewal: status.automaticRenewal,
      })
    : texts.stateWithoutAnswer(problemOf(response));
  if (!(await printer.print(json ? statusJson(status ?? problemOf(response)) : `${words}\n`)))
    return exitCodes.unforeseen;
  return problem === undefined ? exitCodes.ok : complainAbout(printer, problem, json);
}

async function complainAbout(
  { texts, complain }: Printer,
  problem: Refusal | NoAnswer,
  json: boolean,
): Promise<number> {
  const sentence = texts.problem(problem);
  await complain(json ? errorJson(problem, sentence) : `verifik-tray: ${sentence}\n`);
  return exitCodeOf(problem);
}

/** An answer to another verb comes from no app of ours. */
function problemOf(response: Response): Refusal | NoAnswer {
  if (response.kind === "refused") return response.reason;
  return response.kind === "no-answer" ? response.why : "other-version";
}

function expiryLine(texts: CommandLineTexts, expiresAtMs: number): string {
  return texts.expiresIn(timeLeft(expiresAtMs - Date.now()));
}
