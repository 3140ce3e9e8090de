import { execFile } from "node:child_process";

/** Runs a program and returns its standard output; `undefined` if it is missing, fails, or is killed after `timeoutMs`. */
export function readOutput(program: string, args: readonly string[], timeoutMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { timeout: timeoutMs, killSignal: "SIGKILL" } as const;
    execFile(program, args, options, (error, stdout) => resolve(error ? undefined : stdout));
  });
}
