import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import type { Clip } from "../../desktop-lab/desktop/screenshot.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "../../desktop-lab/process/condition.ts";

/** A panel draws in several steps, which follow each other much faster than this. */
const settledAfterMs = 400;
const timeoutMs = 2 * DEFAULT_TIMEOUT_MS;

/** The screen. It sends no event when it changes, so it is read regularly. */
export class Screen {
  readonly #desktop: PrivateDesktop;

  constructor(desktop: PrivateDesktop) {
    this.#desktop = desktop;
  }

  /** That part of the screen as a PNG. Equal pixels make equal files. */
  async read(clip: Clip): Promise<Buffer> {
    const file = join(this.#desktop.folder, "screen.png");
    await this.#desktop.screenshot(file, clip);
    return readFile(file);
  }

  async waitUntil(clip: Clip, holds: (png: Buffer) => boolean, failure: string): Promise<void> {
    await waitUntil({
      read: () => this.read(clip),
      holds,
      subscribe: regularly,
      describeState: () => failure,
      timeoutMs,
    });
  }

  /** That part of the screen, once it has not changed for a while. */
  async settled(clip: Clip): Promise<Buffer> {
    let last: { readonly png: Buffer; readonly sinceMs: number } = { png: Buffer.alloc(0), sinceMs: 0 };
    const { png } = await waitUntil({
      read: async () => {
        const now = await this.read(clip);
        if (!now.equals(last.png)) last = { png: now, sinceMs: performance.now() };
        return last;
      },
      holds: ({ sinceMs }) => performance.now() - sinceMs >= settledAfterMs,
      subscribe: regularly,
      describeState: () => "the screen keeps changing",
      timeoutMs,
    });
    return png;
  }
}

/** The `subscribe` of a condition that sends no event: rechecks every 50 ms. */
export function regularly(recheck: () => void): () => void {
  const timer = setInterval(recheck, 50);
  return () => clearInterval(timer);
}
