import { setTimeout as wait } from "node:timers/promises";
import { readOutput } from "./read-output.ts";
import { type Holder, holdSelection } from "./wl-copy-holder.ts";

/** A compositor that takes longer is as good as none. */
const takenWithinMs = 3_000;
const answerWithinMs = 1_000;
/** Nobody tells when the text can be pasted, so it is tried; on some desktops each try takes the focus for a moment. */
const tryEveryMs = 50;

/** Wayland's clipboard by the programs `wl-copy` and `wl-paste`, of the package wl-clipboard. */
export class WlCopy {
  #holder: Holder | undefined;

  /** Answers whether another program reads the text now. If not, no program of ours is left that holds it. */
  async write(text: string): Promise<boolean> {
    const help = await readOutput("wl-copy", ["--help"], answerWithinMs);
    if (help === undefined) return false;
    // It would be replaced; with it gone, the text that is pasted below is not its copy of the same token.
    await this.#holder?.end();
    // Since wl-clipboard 2.3: it asks clipboard managers to keep nothing.
    const holder = holdSelection(text, help.includes("--sensitive"));
    this.#holder = holder;
    const deadlineMs = performance.now() + takenWithinMs;
    while (holder.isHolding() && performance.now() < deadlineMs) {
      await wait(tryEveryMs);
      if ((await paste()) === text && holder.isHolding()) return true;
    }
    await holder.end();
    // What it held may have been taken over: `clear` has to look.
    this.#holder = undefined;
    return false;
  }

  /** Takes these texts away. Whoever has copied something else since keeps it. */
  async clear(texts: readonly string[]): Promise<void> {
    const holder = this.#holder;
    this.#holder = undefined;
    // As long as it runs, the clipboard is ours: what ends with it is our text and nothing else, without a look at it.
    if (await holder?.end()) return;
    // A clipboard manager may have taken it over, so that it outlives us.
    const present = await paste();
    if (present !== undefined && texts.includes(present)) await readOutput("wl-copy", ["--clear"], answerWithinMs);
  }
}

/** The text on the clipboard as another program reads it; `undefined` when there is none. */
function paste(): Promise<string | undefined> {
  return readOutput("wl-paste", ["--no-newline", "--type", "text"], answerWithinMs);
}
