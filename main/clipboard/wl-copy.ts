import { setTimeout as wait } from "node:timers/promises";
import { readOutput } from "./read-output.ts";
import { harmlessText, offeredMs } from "./system-clipboard.ts";
import { type Holder, holdSelection } from "./wl-copy-holder.ts";

/** A compositor that takes longer counts as missing. */
const takenWithinMs = 3_000;
const answerWithinMs = 1_000;
/** Nothing signals that the text can be pasted, so we poll. On some desktops each read takes the focus for a moment. */
const tryEveryMs = 50;

/** Wayland's clipboard, through `wl-copy` and `wl-paste` of the package wl-clipboard. */
export class WlCopy {
  #holder: Holder | undefined;
  #offer = Promise.resolve();

  /** Resolves to true once another program can read the text. On false, no process of ours holds it. */
  async write(text: string): Promise<boolean> {
    const help = await readOutput("wl-copy", ["--help"], answerWithinMs);
    if (help === undefined) return false;
    // Ended first, so that the read below cannot return the previous copy of the same token.
    await this.#holder?.end();
    // wl-clipboard 2.3 and later can ask clipboard managers to keep nothing.
    const holder = holdSelection(text, help.includes("--sensitive"), () => true);
    this.#holder = holder;
    if (await isTaken(holder, text)) return true;
    await holder.end();
    // A clipboard manager may have taken the text over, so `clear` must read the clipboard.
    this.#holder = undefined;
    return false;
  }

  /** Clears these texts. Anything else that was copied since stays. */
  async clear(texts: readonly string[]): Promise<void> {
    const holder = this.#holder;
    this.#holder = undefined;
    // While the process runs it owns the clipboard, so the harmless text replaces our text and nothing else.
    if (holder?.isHolding() && (await this.#offerHarmlessText(holder.isHolding))) return;
    // Without the harmless text, this clears ours.
    await holder?.end();
    // A clipboard manager may have taken the text over.
    if (!texts.includes((await paste()) ?? "")) return;
    if (!(await this.#offerHarmlessText(() => true))) await readOutput("wl-copy", ["--clear"], answerWithinMs);
  }

  /** Resolves when no clipboard manager brings a cleared text back any more. */
  settled(): Promise<void> {
    return this.#offer;
  }

  /** Resolves to true once others read the harmless text. Only then may a new copy start, which this one would replace. */
  async #offerHarmlessText(mayTake: () => boolean): Promise<boolean> {
    const holder = holdSelection(harmlessText, false, mayTake);
    const taken = await isTaken(holder, harmlessText);
    if (taken) this.#offer = letGoLater(holder);
    else await holder.end();
    return taken;
  }
}

async function letGoLater(holder: Holder): Promise<void> {
  await wait(offeredMs);
  await holder.end();
}

/** True once others read this text, which the process holds. False if it ends, or after three seconds. */
async function isTaken(holder: Holder, text: string): Promise<boolean> {
  const deadlineMs = performance.now() + takenWithinMs;
  while (holder.isHolding() && performance.now() < deadlineMs) {
    await wait(tryEveryMs);
    if ((await paste()) === text && holder.isHolding()) return true;
  }
  return false;
}

/** The clipboard's text as another program reads it; `undefined` without one. */
function paste(): Promise<string | undefined> {
  return readOutput("wl-paste", ["--no-newline", "--type", "text"], answerWithinMs);
}
