import { readSelection } from "./read-selection.ts";
import { SelectionHolders } from "./selection-holders.ts";

/** A text type that only this class offers, so that it recognises its own text even if the app wrote the same. */
const OWN_TYPE = "text/x-private-desktop";

/** Wayland's clipboard as another program reads and takes it, with wl-clipboard. */
export class WaylandClipboard {
  readonly #env: NodeJS.ProcessEnv;
  readonly #holders = new SelectionHolders();

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

  /** Another program takes the clipboard over with this text. Resolves when others read it. */
  async write(text: string): Promise<void> {
    // As an argument: wl-copy keeps its standard input in a file, which would stay when the program is ended.
    const args = ["--foreground", "--type", OWN_TYPE, "--", text];
    const isHeld = async () => (await this.#read(["--list-types"])).includes(OWN_TYPE);
    await this.#holders.start("wl-copy", args, { env: this.#env }, isHeld);
  }

  /** Another program takes the clipboard over with the text that it has now. */
  async takeOver(): Promise<void> {
    await this.write(await this.read());
  }

  /** Ends the programs that hold the clipboard. */
  end(): Promise<void> {
    return this.#holders.end();
  }

  #read(args: readonly string[]): Promise<string> {
    return readSelection("wl-paste", ["--no-newline", ...args], this.#env, /^(No selection|Nothing is copied)/);
  }
}
