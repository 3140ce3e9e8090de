import type { Outcome } from "../../domain/failure.ts";
import { harmlessText, offeredMs, type SystemClipboard } from "./system-clipboard.ts";
import { offerInstead, readSelection, type X11Selection } from "./x11-selections.ts";

/** Chromium fills both with one write. */
const selections: readonly X11Selection[] = ["CLIPBOARD", "PRIMARY"];

/** An owner that takes longer counts as frozen. */
const answerWithinMs = 2_000;

/**
 * X11's clipboard. Chromium writes. Clearing goes over an X connection of our own: Chromium's reads block the process while
 * another owner is silent, and its clearing keeps nobody from bringing the text back.
 */
export class X11Clipboard implements SystemClipboard {
  #offer = Promise.resolve();

  constructor(
    private readonly electron: SystemClipboard,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  write(text: string): Promise<Outcome> {
    return this.electron.write(text);
  }

  /** Rejects if an owner does not answer, after all other selections are cleared. */
  async clear(texts: readonly string[]): Promise<void> {
    const holding = await Promise.allSettled(selections.map((selection) => this.#holds(selection, texts)));
    const toClear = selections.filter((_, index) => isTrue(holding[index]));
    if (toClear.length > 0) {
      const { ended } = await offerInstead(toClear, harmlessText, this.env, AbortSignal.timeout(offeredMs));
      this.#offer = ended;
    }
    const failed = holding.find((one) => one.status === "rejected");
    if (!failed) return;
    if (isTimeout(failed.reason)) throw failed.reason;
    // Our own connection is refused, as with a cookie of a kind that we do not read.
    await this.electron.clear(texts);
  }

  settled(): Promise<void> {
    return this.#offer;
  }

  async #holds(selection: X11Selection, texts: readonly string[]): Promise<boolean> {
    return texts.includes(await readSelection(selection, this.env, AbortSignal.timeout(answerWithinMs)));
  }
}

function isTrue(result: PromiseSettledResult<boolean> | undefined): boolean {
  return result?.status === "fulfilled" && result.value;
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "AbortError";
}
