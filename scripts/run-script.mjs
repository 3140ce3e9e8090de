import { SetupFailure } from "./setup/failure.mjs";

/**
 * Runs an entry script and sets the exit code that it resolves with, by default 0. Prints only the message of a SetupFailure, with
 * exit code 1. Any other error is a defect and keeps its stack.
 *
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
