import pLimit from "p-limit";
import type { Failure } from "../../domain/failure.ts";
import type { Result } from "../../domain/result.ts";
import type { Secret } from "../../domain/secret.ts";
import { copiedShownMs } from "../config.ts";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import type { SystemClipboard } from "./system-clipboard.ts";

const clearAgainAfterMs = 5_000;
const mostClears = 5;

/** Copies the token to the clipboard and clears it later, unless something else was copied since. */
export class TokenClipboard {
  /** The texts that may still be on the clipboard; several if a later copy failed. */
  #copied: readonly Secret[] = [];
  #clearTimer: NodeJS.Timeout | undefined;
  /** When the copied token is cleared, on `performance.now()`, and the delay at the copy. */
  #clears: { readonly atMs: number; readonly afterMs: number } | undefined;
  #notice: { readonly clearsInMs: number | undefined } | undefined;
  #noticeTimer: NodeJS.Timeout | undefined;
  #failedClears = 0;
  /** Copying and clearing never overlap. */
  readonly #oneAtATime = pLimit(1);

  /** Calls `onChanged` when `notice()` or `held()` changes. */
  constructor(
    private readonly clipboard: SystemClipboard,
    private readonly onChanged: () => void,
  ) {}

  /** True while a copied token may still be on the clipboard. */
  get holdsToken(): boolean {
    return this.#copied.length > 0;
  }

  /** Set for a few seconds after a copy. `clearsInMs` is the delay until the clipboard is cleared, if there is one. */
  notice(): { readonly clearsInMs: number | undefined } | undefined {
    return this.#notice;
  }

  /** Set from a copy until the clipboard is cleared, or clearing it by time is given up; for as long as `notice()` if only `clear` clears it. */
  held(): { readonly clearsAfterMs: number | undefined; readonly clearsInMs: number | undefined } | undefined {
    if (!this.#clears) return this.#notice && { clearsAfterMs: undefined, clearsInMs: undefined };
    const { atMs, afterMs } = this.#clears;
    return { clearsAfterMs: afterMs, clearsInMs: Math.max(0, atMs - performance.now()) };
  }

  /**
   * Copies the token, or a text that contains it, and clears it after `clearsAfterMs` (`undefined`: only by `clear`).
   * Succeeds only if other programs can paste it; else `clipboard-refused` or `clipboard-needs-focus`.
   */
  copy(text: Secret, clearsAfterMs: number | undefined): Promise<Result<undefined, Failure>> {
    return this.#oneAtATime(async () => {
      // Noted before the write, so that a text whose write seems to fail is cleared too.
      this.#copied = [...this.#copied, text];
      const written = await this.clipboard.write(text.reveal());
      if (written.ok) {
        this.#copied = [text];
        this.#failedClears = 0;
        this.#clearAfter(clearsAfterMs);
        this.#clears =
          clearsAfterMs === undefined ? undefined : { atMs: performance.now() + clearsAfterMs, afterMs: clearsAfterMs };
        this.#tell({ clearsInMs: clearsAfterMs });
      } else if (!this.#clearTimer) {
        // The timer of an earlier copy keeps running; without one, this copy gets its own.
        this.#clearAfter(clearsAfterMs);
      }
      return written;
    });
  }

  /** Clears the token from every selection that still holds it. If that fails, tries again until it has failed five times. */
  clear(): Promise<void> {
    return this.#oneAtATime(async () => {
      this.#clearAfter(undefined);
      if (!this.holdsToken) return;
      try {
        await this.clipboard.clear(this.#copied.map((text) => text.reveal()));
        this.#copied = [];
        this.#forgetClears();
      } catch (error) {
        log({ kind: "clipboard-not-cleared", error: errorName(error) });
        this.#failedClears += 1;
        if (this.#failedClears < mostClears) this.#clearAfter(clearAgainAfterMs);
        // The texts are kept, for the clear when the screen is locked or the application quits.
        else this.#forgetClears();
      }
    });
  }

  /** Resolves when no clipboard manager brings a cleared token back any more. Until then the application must not end. */
  settled(): Promise<void> {
    return this.clipboard.settled();
  }

  #clearAfter(ms: number | undefined): void {
    clearTimeout(this.#clearTimer);
    this.#clearTimer = ms === undefined ? undefined : setTimeout(() => void this.clear(), ms);
  }

  /** Nothing counts down any more. */
  #forgetClears(): void {
    const told = this.#notice !== undefined;
    const wasHeld = this.#clears !== undefined;
    this.#clears = undefined;
    this.#failedClears = 0;
    this.#tell(undefined);
    if (wasHeld && !told) this.onChanged();
  }

  #tell(notice: { readonly clearsInMs: number | undefined } | undefined): void {
    clearTimeout(this.#noticeTimer);
    if (notice) this.#noticeTimer = setTimeout(() => this.#tell(undefined), copiedShownMs);
    if (notice === this.#notice) return;
    this.#notice = notice;
    this.onChanged();
  }
}
