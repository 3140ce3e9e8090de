import { readSelection } from "./read-selection.ts";
import { SelectionHolders } from "./selection-holders.ts";

export type Selection = "clipboard" | "primary";

const TARGET = "UTF8_STRING";

/** The X selections as another program reads and takes them, with xclip. */
export class Clipboard {
  readonly #env: NodeJS.ProcessEnv;
  readonly #holders = new SelectionHolders();

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

  /** Another program takes the selection over with this text. Resolves when others read it. */
  async write(text: string, selection: Selection = "clipboard"): Promise<void> {
    const args = ["-in", "-selection", selection, "-target", TARGET, "-quiet"];
    const isHeld = async () => (await this.#read(selection)) === text;
    await this.#holders.start("xclip", args, { env: this.#env, input: text }, isHeld);
  }

  /** The programs that hold selections hang from now on. */
  freeze(): void {
    this.#holders.freeze();
  }

  /** Ends the programs that hold selections. */
  end(): Promise<void> {
    return this.#holders.end();
  }

  #read(selection: Selection): Promise<string> {
    const args = ["-out", "-selection", selection, "-target", TARGET];
    return readSelection("xclip", args, this.#env, /^Error: target \S+ not available/);
  }
}
