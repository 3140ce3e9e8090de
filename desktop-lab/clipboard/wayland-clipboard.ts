import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DEFAULT_TIMEOUT_MS } from "../process/condition.ts";
import { DesktopProcess } from "../process/desktop-process.ts";

/** Text all the same, and nobody else's: by it the owner is known when the text is not new. */
const OWN_TYPE = "text/x-private-desktop";

/** Wayland's clipboard, as a program beside the app reads and takes it. */
export class WaylandClipboard {
  readonly #env: NodeJS.ProcessEnv;
  readonly #holders: DesktopProcess[] = [];

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /** The clipboard's text, "" if it has none. */
  read(): Promise<string> {
    return this.#read([]);
  }

  /** The text of the primary selection, "" if it has none. */
  readPrimary(): Promise<string> {
    return this.#read(["--primary"]);
  }

  /** Another program takes the clipboard and holds this text; resolves when others read it. */
  async write(text: string): Promise<void> {
    // By an argument: what it is fed it would leave in a file when it is ended.
    const args = ["--foreground", "--type", OWN_TYPE, "--", text];
    const holder = await DesktopProcess.start("wl-copy", args, { env: this.#env });
    this.#holders.push(holder);
    let waiting = true;
    const held = async () => {
      // It does not tell when the compositor has made it the owner.
      while (waiting && !(await this.#types()).includes(OWN_TYPE));
    };
    try {
      await holder.untilReady(held(), "holding the clipboard");
    } finally {
      waiting = false;
    }
  }

  /** Another program takes the clipboard and holds the text that is there. */
  async takeOver(): Promise<void> {
    await this.write(await this.read());
  }

  /** Ends the programs that hold the clipboard. */
  async end(): Promise<void> {
    await Promise.all(this.#holders.map((holder) => holder.end()));
  }

  #types(): Promise<string> {
    return this.#read(["--list-types"]);
  }

  async #read(args: readonly string[]): Promise<string> {
    const options = { env: this.#env, timeout: DEFAULT_TIMEOUT_MS };
    try {
      return (await promisify(execFile)("wl-paste", ["--no-newline", ...args], options)).stdout;
    } catch (error) {
      if (
        error instanceof Error &&
        "stderr" in error &&
        /^(No selection|Nothing is copied)/.test(String(error.stderr))
      ) {
        return "";
      }
      throw error;
    }
  }
}
