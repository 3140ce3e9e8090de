import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { DEFAULT_TIMEOUT_MS, withDeadline } from "./condition.ts";
import { onProcessExit } from "./exit-hook.ts";

const END_TIMEOUT_MS = 3_000;

/** Standard output, standard error, and a third one on which some programs announce that they are ready. */
const OUTPUTS = [1, 2, 3] as const;
type Output = (typeof OUTPUTS)[number];

export interface ProcessOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Written to standard input, which is then closed. */
  readonly input?: string;
}

/** A process of the private desktop. It leads its own process group, and `end` ends the whole group. */
export class DesktopProcess {
  readonly #child: ChildProcess;
  readonly #command: string;
  readonly #closed: Promise<string>;
  readonly #text: Record<Output, string> = { 1: "", 2: "", 3: "" };

  private constructor(command: string, child: ChildProcess) {
    this.#command = command;
    this.#child = child;
    const removeHook = onProcessExit(() => this.#signal("SIGTERM"));
    this.#closed = once(child, "close").then(([code, signal]) => {
      removeHook();
      return String(code ?? signal);
    });
    for (const output of OUTPUTS) {
      this.#stream(output)
        .setEncoding("utf8")
        .on("data", (chunk: string) => {
          this.#text[output] += chunk;
        });
    }
  }

  /** Resolves when the program runs. Rejects when it cannot be started, e.g. because it is not installed. */
  static async start(command: string, args: readonly string[], options: ProcessOptions): Promise<DesktopProcess> {
    const child = spawn(command, args, { env: options.env, detached: true, stdio: ["pipe", "pipe", "pipe", "pipe"] });
    await once(child, "spawn");
    const started = new DesktopProcess(command, child);
    const stdin = child.stdin as Writable;
    // EPIPE of a program that ended before it read its input. `untilReady` reports why it ended.
    stdin.on("error", () => {});
    stdin.end(options.input ?? "");
    return started;
  }

  /** The process id of the command. Where the command is a script, the program that it starts has another one. */
  get pid(): number {
    return this.#child.pid as number;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The first whole line of that output that matches. Rejects if the process ends first, or after 10 seconds. */
  line(output: Output, pattern: RegExp): Promise<string> {
    const found = new Promise<string>((resolve) => {
      const search = () => {
        const line = this.#text[output]
          .split("\n")
          .slice(0, -1)
          .find((candidate) => pattern.test(candidate));
        if (line === undefined) return;
        this.#stream(output).off("data", search);
        resolve(line);
      };
      this.#stream(output).on("data", search);
      search();
    });
    return this.untilReady(found, `a line like ${pattern}`);
  }

  /**
   * Resolves with `ready`. If the process ends first or 10 seconds pass, ends it and rejects with its standard error. `state`
   * names the awaited state in that error.
   */
  async untilReady<Value>(ready: Promise<Value>, state: string): Promise<Value> {
    const early = this.#closed.then((status): never => {
      throw new Error(`${this.#command} ended (${status}) before ${state}.\n${this.#text[2]}`);
    });
    const describe = () => `${this.#command} did not reach ${state}.\n${this.#text[2]}`;
    try {
      return await withDeadline(Promise.race([ready, early]), DEFAULT_TIMEOUT_MS, describe);
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  /** Ends the process group: by SIGTERM, after 3 seconds by SIGKILL. Resolves when it has ended. */
  async end(): Promise<void> {
    this.#signal("SIGTERM");
    const forced = setTimeout(() => this.#signal("SIGKILL"), END_TIMEOUT_MS);
    await this.#closed;
    clearTimeout(forced);
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    process.kill(-pid, signal);
  }

  #stream(output: Output): Readable {
    return this.#child.stdio[output] as Readable;
  }
}
