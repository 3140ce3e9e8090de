import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import type { Clip } from "../../desktop-lab/desktop/screenshot.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "../../desktop-lab/process/condition.ts";

/** A panel and what it opens are drawn in several goes, each far sooner after the last than this. */
const settledAfterMs = 400;
const timeoutMs = 2 * DEFAULT_TIMEOUT_MS;

/** What is on the screen; nobody tells when it changes, so it is looked at often. */
export class Screen {
  readonly #desktop: PrivateDesktop;

  constructor(desktop: PrivateDesktop) {
    this.#desktop = desktop;
  }

  /** That part of the screen as a PNG; equal pixels make equal files. */
  async read(clip: Clip): Promise<Buffer> {
    const file = join(this.#desktop.folder, "screen.png");
    await this.#desktop.screenshot(file, clip);
    return readFile(file);
  }

  async waitUntil(clip: Clip, holds: (png: Buffer) => boolean, what: string): Promise<void> {
    await waitUntil({ read: () => this.read(clip), holds, subscribe: often, describeState: () => what, timeoutMs });
  }

  /** That part of the screen, once nothing has moved there for a while. */
  async settled(clip: Clip): Promise<Buffer> {
    let last: { readonly png: Buffer; readonly sinceMs: number } = { png: Buffer.alloc(0), sinceMs: 0 };
    const { png } = await waitUntil({
      read: async () => {
        const now = await this.read(clip);
        if (!now.equals(last.png)) last = { png: now, sinceMs: performance.now() };
        return last;
      },
      holds: ({ sinceMs }) => performance.now() - sinceMs >= settledAfterMs,
      subscribe: often,
      describeState: () => "the screen does not come to rest",
      timeoutMs,
    });
    return png;
  }
}

/** For what tells nobody that it has changed. */
export function often(recheck: () => void): () => void {
  const timer = setInterval(recheck, 50);
  return () => clearInterval(timer);
}
