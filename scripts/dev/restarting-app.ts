import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** An app that is started again after each change of its sources, until it quits by itself or a signal ends it. */
export class RestartingApp {
  #child: ChildProcess | undefined;
  #isRestarting = false;
  #isEnding = false;
  #isBuilding = false;
  #hasChanged = false;

  constructor(
    private readonly binary: string,
    private readonly args: readonly string[],
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** Passes signals on to the app. Resolves with its exit code: as in a shell 128 + the signal's number if one ended it. */
  async run(): Promise<number> {
    const end = (signal: NodeJS.Signals) => {
      this.#isEnding = true;
      this.#child?.kill(signal);
    };
    const restore = takeOverSignals(end);
    try {
      for (;;) {
        this.#isRestarting = false;
        this.#child = spawn(this.binary, this.args, { env: this.env, stdio: "inherit" });
        const [code, signal] = (await once(this.#child, "exit")) as [number | null, NodeJS.Signals | null];
        if (this.#isRestarting && !this.#isEnding) continue;
        return signal === null ? (code ?? 0) : 128 + constants.signals[signal];
      }
    } finally {
      restore();
    }
  }

  /** Builds, again if there were changes meanwhile, and restarts. After a failed build the app stays as it is. */
  async restart(build: () => Promise<void>): Promise<void> {
    this.#hasChanged = true;
    if (this.#isBuilding) return;
    this.#isBuilding = true;
    try {
      while (this.#hasChanged) {
        this.#hasChanged = false;
        await build();
      }
      this.#isRestarting = true;
      this.#child?.kill();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    } finally {
      this.#isBuilding = false;
    }
  }
}

/** Instead of the private session's listeners, which would end the app's D-Bus before the app. Returns what brings them back. */
function takeOverSignals(listener: NodeJS.SignalsListener): () => void {
  const others = signals.flatMap((signal) => process.listeners(signal).map((other) => ({ signal, other })));
  for (const { signal, other } of others) process.off(signal, other);
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const { signal, other } of others) process.on(signal, other);
    for (const signal of signals) process.off(signal, listener);
  };
}
