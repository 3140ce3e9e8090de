import { spawn } from "node:child_process";
import { constants } from "node:os";

const FORWARDED = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a program with this process's streams, and forwards signals to it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Omit<import("node:child_process").SpawnOptions, "stdio">} [options]
 * @returns {Promise<number>} the exit code; 128 + the signal's number, as in a shell, if a signal ended the program
 */
export function runChild(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: "inherit" });
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      for (const name of FORWARDED) process.off(name, forward);
      resolve(signal === null ? (code ?? 0) : 128 + constants.signals[signal]);
    });
  });
}
