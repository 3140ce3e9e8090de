import { execFile } from "node:child_process";

/** What the program writes to standard output; `undefined` when it is missing, fails, or takes longer (then it is killed). */
export function readOutput(program: string, args: readonly string[], timeoutMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, killSignal: "SIGKILL" } as const;
    execFile(program, args, options, (error, stdout) => resolve(error ? undefined : stdout));
  });
}
