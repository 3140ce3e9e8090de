import { SetupFailure } from "./setup/failure.mjs";

/**
 * Runs an entry script. What it resolves to is the exit code, 0 if nothing; a SetupFailure is told by its words alone and
 * ends with 1, anything else is a defect and keeps its stack.
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
