import { copiedShownMs } from "../config.ts";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { Secret } from "../domain/secret.ts";
import { Turns } from "../domain/turns.ts";
import type { SystemClipboard } from "./clipboard/system-clipboard.ts";

/** Puts the token on the clipboard and takes it away again, unless something else has been copied since. */
export class TokenClipboard {
  /** What may still be on the clipboard: several, when a later copy did not succeed. */
  #copied: readonly Secret[] = [];
  /** On the monotonic clock, ms; `undefined` when it is not cleared by time. */
  #clearAtMs: number | undefined;
  #clearTimer: NodeJS.Timeout | undefined;
  #shownTimer: NodeJS.Timeout | undefined;
  #shown = false;
  /** Of copying and clearing. */
  readonly #turns = new Turns();

  /** `onChanged` is called when what `notice()` answers changes. */
  constructor(
    private readonly clipboard: SystemClipboard,
    private readonly onChanged: () => void,
  ) {}

  /** A copied token may still be on the clipboard. */
  get holdsToken(): boolean {
    return this.#copied.length > 0;
  }

  /** For a few seconds after a copy: how long until the clipboard is cleared; `undefined` when not by time. */
  notice(): { readonly clearsInMs: number | undefined } | undefined {
    if (!this.#shown || !this.holdsToken) return undefined;
    return { clearsInMs: this.#clearAtMs && Math.max(0, this.#clearAtMs - performance.now()) };
  }

  /**
   * Copies the token, or a text that has it in itself, and clears it after so many ms; `undefined` for not by time. A
   * success means that other programs can paste it; else `clipboard-refused` or `clipboard-needs-focus`.
   */
  copy(text: Secret, clearsAfterMs: number | undefined): Promise<Result<undefined, Failure>> {
    return this.#turns.run(async () => {
      // Before it is known whether the system took it: what may be there is cleared in any case.
      this.#copied = [...this.#copied, text];
      const written = await this.clipboard.write(text.reveal());
      if (written.ok) {
        this.#copied = [text];
        this.#clearAfter(clearsAfterMs);
        this.#showFor(copiedShownMs);
      } else if (this.#clearAtMs === undefined) {
        // One that was copied before is not kept longer than was said.
        this.#clearAfter(clearsAfterMs);
      }
      return written;
    });
  }

  /** Takes our token off the clipboards that still hold it. */
  clear(): Promise<void> {
    return this.#turns.run(async () => {
      this.#clearAfter(undefined);
      if (!this.holdsToken) return;
      try {
        await this.clipboard.clear(this.#copied.map((text) => text.reveal()));
      } catch (error) {
        // It cannot be helped here. The name only: a message could quote what is on the clipboard.
        console.error(`A clipboard could not be cleared: ${error instanceof Error ? error.name : "unknown error"}`);
      }
      this.#copied = [];
    });
  }

  #clearAfter(ms: number | undefined): void {
    clearTimeout(this.#clearTimer);
    this.#clearAtMs = ms === undefined ? undefined : performance.now() + ms;
    this.#clearTimer = ms === undefined ? undefined : setTimeout(() => void this.clear(), ms);
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
