import { spawn } from "node:child_process";

/**
 * Runs a program whose output only matters if it fails.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Pick<import("node:child_process").SpawnOptions, "cwd" | "env" | "shell" | "signal" | "timeout">} [options]
 *   `timeout` in ms; past it, or aborted by `signal`, the program is killed
 * @returns {Promise<{ ok: boolean, stdout: string, output: string }>} `output` is both streams as they came; a program that
 *   cannot be started is a failure too, and `output` says why
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    let stdout = "";
    let output = "";
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"], killSignal: "SIGKILL" });
    child.stdout?.setEncoding("utf8").on("data", (text) => {
      stdout += text;
      output += text;
    });
    child.stderr?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
    child.on("error", (error) => {
      output += `${command}: ${error.message}\n`;
      if (child.pid === undefined) resolve({ ok: false, stdout, output });
    });
    child.on("close", (code) => resolve({ ok: code === 0, stdout, output }));
  });
}
