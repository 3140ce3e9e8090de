import type { Failure } from "../../domain/failure.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { log } from "../log/log.ts";
import type { SystemClipboard } from "./system-clipboard.ts";
import type { WlCopy } from "./wl-copy.ts";

/**
 * Wayland lets only the program with the focus change the clipboard, and drops the writes of others without a word, while
 * Chromium goes on answering reads from its memory. `wl-copy` is let in by other protocols; without it we write when we
 * have the focus, and say so when we have not. Why and how it was tried: docs/adr/0009.
 */
export class WaylandClipboard implements SystemClipboard {
  constructor(
    private readonly wlCopy: Pick<WlCopy, "write" | "clear">,
    private readonly electron: SystemClipboard,
    private readonly hasFocus: () => boolean,
  ) {}

  async write(text: string): Promise<Result<undefined, Failure>> {
    if (await this.wlCopy.write(text)) {
      log({ kind: "clipboard-way", way: "wl-copy" });
      return ok(undefined);
    }
    const focused = this.hasFocus();
    log({ kind: "clipboard-way", way: focused ? "electron" : "none" });
    return focused ? this.electron.write(text) : err({ kind: "clipboard-needs-focus" });
  }

  async clear(texts: readonly string[]): Promise<void> {
    // In this order: on Xwayland Chromium reads what Wayland has.
    await this.wlCopy.clear(texts);
    await this.electron.clear(texts);
  }
}
