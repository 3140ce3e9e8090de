import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DEFAULT_TIMEOUT_MS } from "../process/condition.ts";
import { DesktopProcess } from "../process/desktop-process.ts";

export type Selection = "clipboard" | "primary";

const TARGET = "UTF8_STRING";

/** The X selections, as a program beside the app reads and takes them. */
export class Clipboard {
  readonly #env: NodeJS.ProcessEnv;
  readonly #holders: DesktopProcess[] = [];

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /** The text of CLIPBOARD, "" if it has none. */
  readClipboard(): Promise<string> {
    return this.#read("clipboard");
  }

  /** The text of PRIMARY, "" if it has none. */
  readPrimary(): Promise<string> {
    return this.#read("primary");
  }

  /** Another program takes the selection and holds this text; resolves when others read it. */
  async write(text: string, selection: Selection = "clipboard"): Promise<void> {
    const args = ["-in", "-selection", selection, "-target", TARGET, "-quiet"];
    const holder = await DesktopProcess.start("xclip", args, { env: this.#env, input: text });
    this.#holders.push(holder);
    let waiting = true;
    const readable = async () => {
      // xclip does not tell when the X server has made it the owner.
      while (waiting && (await this.#read(selection)) !== text);
    };
    try {
      await holder.untilReady(readable(), "holding the selection");
    } finally {
      waiting = false;
    }
  }

  /** Ends the programs that hold selections. */
  async end(): Promise<void> {
    await Promise.all(this.#holders.map((holder) => holder.end()));
  }

  async #read(selection: Selection): Promise<string> {
    const args = ["-out", "-selection", selection, "-target", TARGET];
    try {
      const { stdout } = await promisify(execFile)("xclip", args, { env: this.#env, timeout: DEFAULT_TIMEOUT_MS });
      return stdout;
    } catch (error) {
      if (
        error instanceof Error &&
        "stderr" in error &&
        /^Error: target \S+ not available/.test(String(error.stderr))
      ) {
        return "";
      }
      throw error;
    }
  }
}
