import { Sequencer } from "../../domain/async/sequencer.ts";
import type { Failure } from "../../domain/failure.ts";
import type { Result } from "../../domain/result.ts";
import type { Secret } from "../../domain/secret.ts";
import { copiedShownMs } from "../config.ts";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import type { SystemClipboard } from "./system-clipboard.ts";

const clearAgainAfterMs = 5_000;
const mostClears = 5;

/** Puts the token on the clipboard and takes it away again, unless something else has been copied since. */
export class TokenClipboard {
  /** What may still be on the clipboard: several, when a later copy did not succeed. */
  #copied: readonly Secret[] = [];
  #clearTimer: NodeJS.Timeout | undefined;
  #notice: { readonly clearsInMs: number | undefined } | undefined;
  #noticeTimer: NodeJS.Timeout | undefined;
  #failedClears = 0;
  /** Of copying and clearing. */
  readonly #turns = new Sequencer();

  /** `onChanged` is called when what `notice()` answers changes. */
  constructor(
    private readonly clipboard: SystemClipboard,
    private readonly onChanged: () => void,
  ) {}

  /** A copied token may still be on the clipboard. */
  get holdsToken(): boolean {
    return this.#copied.length > 0;
  }

  /** For a few seconds after a copy: after how long it is cleared, as of then; `undefined` when not by time. */
  notice(): { readonly clearsInMs: number | undefined } | undefined {
    return this.#notice;
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
        this.#tell({ clearsInMs: clearsAfterMs });
      } else if (!this.#clearTimer) {
        // One that was copied before is not kept longer than was said.
        this.#clearAfter(clearsAfterMs);
      }
      return written;
    });
  }

  /** Takes our token off the clipboards that still hold it. What could not be cleared is tried again a few times. */
  clear(): Promise<void> {
    return this.#turns.run(async () => {
      this.#clearAfter(undefined);
      if (!this.holdsToken) return;
      try {
        await this.clipboard.clear(this.#copied.map((text) => text.reveal()));
        this.#copied = [];
        this.#failedClears = 0;
        this.#tell(undefined);
      } catch (error) {
        log({ kind: "clipboard-not-cleared", error: errorName(error) });
        this.#failedClears += 1;
        if (this.#failedClears < mostClears) this.#clearAfter(clearAgainAfterMs);
      }
    });
  }

  #clearAfter(ms: number | undefined): void {
    clearTimeout(this.#clearTimer);
    this.#clearTimer = ms === undefined ? undefined : setTimeout(() => void this.clear(), ms);
  }

  #tell(notice: { readonly clearsInMs: number | undefined } | undefined): void {
    clearTimeout(this.#noticeTimer);
    if (notice) this.#noticeTimer = setTimeout(() => this.#tell(undefined), copiedShownMs);
    if (notice === this.#notice) return;
    this.#notice = notice;
    this.onChanged();
  }
}
