import { clipboardClearsAfterMs, copiedShownMs } from "../config.ts";
import type { Secret } from "../domain/secret.ts";
import { allClipboards, mainClipboard } from "./system-clipboard.ts";

/** Puts the token on the clipboard and takes it away again, unless something else has been copied since. */
export class TokenClipboard {
  #copied: { readonly text: Secret; readonly clearAtMs: number } | undefined;
  #clearTimer: NodeJS.Timeout | undefined;
  #shownTimer: NodeJS.Timeout | undefined;
  #shown = false;

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
  async copy(text: Secret): Promise<boolean> {
    // Before it is known whether the system took it: what may be there is cleared in any case.
    this.#copied = { text, clearAtMs: performance.now() + clipboardClearsAfterMs };
    clearTimeout(this.#clearTimer);
    this.#clearTimer = setTimeout(() => void this.clear(), clipboardClearsAfterMs);
    await mainClipboard().writeText(text.reveal());
    if ((await mainClipboard().readText()) !== text.reveal()) return false;
    this.#showFor(copiedShownMs);
    return true;
  }

  /** Takes our token off the clipboards that still hold it. */
  async clear(): Promise<void> {
    clearTimeout(this.#clearTimer);
    const ours = this.#copied?.text.reveal();
    this.#copied = undefined;
    if (ours === undefined) return;
    for (const selection of allClipboards()) {
      if ((await selection.readText()) === ours) await selection.clear();
    }
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
