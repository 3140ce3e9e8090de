import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** An owner that ends while it is asked never answers, and the program that asks would wait for ever. */
const answerWithinMs = 3_000;
const mostTries = 3;

/**
 * Runs a program that prints a selection. Returns its output, or "" if its standard error matches `nothing`. Asks again if no answer
 * comes, and rejects at the third time.
 */
export async function readSelection(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  nothing: RegExp,
): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await promisify(execFile)(command, args, { env, timeout: answerWithinMs })).stdout;
    } catch (error) {
      if (error instanceof Error && "stderr" in error && nothing.test(String(error.stderr))) return "";
      const isUnanswered = error instanceof Error && "killed" in error && error.killed;
      if (!isUnanswered || tries === mostTries) throw error;
    }
  }
}
