import type { Outcome } from "../../domain/failure.ts";
import { harmlessText, offeredMs, type SystemClipboard } from "./system-clipboard.ts";
import { offerInstead, readSelection, type X11Selection } from "./x11-selections.ts";

/** Chromium fills both with one write. */
const selections: readonly X11Selection[] = ["CLIPBOARD", "PRIMARY"];

/** An owner that takes longer counts as frozen. */
const answerWithinMs = 2_000;
const mostTries = 3;

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
    for (let tries = 0; tries < mostTries; tries += 1) if (await this.#clearOnce(texts)) return;
    throw new Error("another program takes the selections over again and again");
  }

  /** False if another program took a selection over while it was read: a clipboard manager with our text, or a person's copy. */
  async #clearOnce(texts: readonly string[]): Promise<boolean> {
    const read = await Promise.allSettled(
      selections.map((selection) => readSelection(selection, this.env, AbortSignal.timeout(answerWithinMs))),
    );
    const toClear = read.flatMap((one) =>
      one.status === "fulfilled" && texts.includes(one.value.text) ? one.value : [],
    );
    if (toClear.length > 0) {
      const offer = await offerInstead(toClear, harmlessText, this.env, AbortSignal.timeout(offeredMs));
      this.#offer = offer.ended;
      if (!offer.areOurs) return false;
    }
    const failed = read.find((one) => one.status === "rejected");
    if (!failed) return true;
    if (isTimeout(failed.reason)) throw failed.reason;
    // Our own connection is refused, as with a cookie of a kind that we do not read.
    await this.electron.clear(texts);
    return true;
  }

  settled(): Promise<void> {
    return this.#offer;
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === "AbortError";
}
