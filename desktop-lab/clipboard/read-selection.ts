import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DEFAULT_TIMEOUT_MS } from "../process/condition.ts";

/** Runs a program that prints a selection. Returns its output, or "" if its standard error matches `nothing`. */
export async function readSelection(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  nothing: RegExp,
): Promise<string> {
  try {
    return (await promisify(execFile)(command, args, { env, timeout: DEFAULT_TIMEOUT_MS })).stdout;
  } catch (error) {
    if (error instanceof Error && "stderr" in error && nothing.test(String(error.stderr))) return "";
    throw error;
  }
}
