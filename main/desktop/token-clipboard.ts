import { clipboardClearsAfterMs, copiedShownMs } from "../config.ts";
import type { Secret } from "../domain/secret.ts";
import { allClipboards, type ClipboardSelection, mainClipboard } from "./system-clipboard.ts";

/** Puts the token on the clipboard and takes it away again, unless something else has been copied since. */
export class TokenClipboard {
  #copied: { readonly text: Secret; readonly clearAtMs: number } | undefined;
  #clearTimer: NodeJS.Timeout | undefined;
  #shownTimer: NodeJS.Timeout | undefined;
  #shown = false;
  /** Copying and clearing do not overlap: the one asked for first is done first. */
  #last: Promise<unknown> = Promise.resolve();

  /** `onChanged` is called when what `notice()` answers changes. */
  constructor(private readonly onChanged: () => void) {}

  /** A copied token may still be on the clipboard. */
  get holdsToken(): boolean {
    return this.#copied !== undefined;
  }

  /** For a few seconds after a copy: how long until the clipboard is cleared. */
  notice(): { readonly clearsInMs: number } | undefined {
    if (!this.#shown || !this.#copied) return undefined;
    return { clearsInMs: Math.max(0, this.#copied.clearAtMs - performance.now()) };
  }

  /** Answers whether the text is on the system's clipboard, as far as Electron can tell. */
  copy(text: Secret): Promise<boolean> {
    return this.#inTurn(async () => {
      // Before it is known whether the system took it: what may be there is cleared in any case.
      this.#copied = { text, clearAtMs: performance.now() + clipboardClearsAfterMs };
      clearTimeout(this.#clearTimer);
      this.#clearTimer = setTimeout(() => void this.clear(), clipboardClearsAfterMs);
      const copied = await isTaken(text.reveal());
      if (copied) this.#showFor(copiedShownMs);
      return copied;
    });
  }

  /** Takes our token off the clipboards that still hold it. */
  clear(): Promise<void> {
    return this.#inTurn(async () => {
      clearTimeout(this.#clearTimer);
      const ours = this.#copied?.text.reveal();
      if (ours !== undefined) await Promise.all(allClipboards().map((selection) => clearIf(selection, ours)));
      this.#copied = undefined;
    });
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(task);
    // Whoever asked hears of a failure; what is next in turn is done all the same.
    this.#last = done.catch(() => {});
    return done;
  }

  #showFor(ms: number): void {
    clearTimeout(this.#shownTimer);
    this.#shown = true;
    this.#shownTimer = setTimeout(() => {
      this.#shown = false;
      this.onChanged();
    }, ms);
    this.onChanged();
  }
}

/** The system may refuse, by an error or by keeping what it had. */
async function isTaken(text: string): Promise<boolean> {
  try {
    await mainClipboard().writeText(text);
    return (await mainClipboard().readText()) === text;
  } catch {
    return false;
  }
}

async function clearIf(selection: ClipboardSelection, text: string): Promise<void> {
  try {
    if ((await selection.readText()) === text) await selection.clear();
  } catch (error) {
    // It cannot be helped here, and must not keep the other clipboard from being cleared.
    console.error(`A clipboard could not be cleared: ${error instanceof Error ? error.name : "unknown error"}`);
  }
}
