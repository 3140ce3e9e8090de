import type { Failure } from "../../domain/failure.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { log } from "../log/log.ts";
import type { SystemClipboard } from "./system-clipboard.ts";
import type { WlCopy } from "./wl-copy.ts";

/**
 * On Wayland only the focused program may change the clipboard. Other writes are dropped silently, while Chromium still
 * answers reads from its own memory. `wl-copy` uses other protocols and works without focus. Where it is missing, we
 * write only while a window of ours is in use. docs/adr/0009 says how this was tried.
 */
export class WaylandClipboard implements SystemClipboard {
  /** Chromium is asked only then, because it blocks the process while another owner is silent. */
  #electronWrote = false;

  constructor(
    private readonly wlCopy: Pick<WlCopy, "write" | "clear" | "settled">,
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
    if (!focused) return err({ kind: "clipboard-needs-focus" });
    this.#electronWrote = true;
    return this.electron.write(text);
  }

  async clear(texts: readonly string[]): Promise<void> {
    // wl-copy first: on Xwayland, Chromium reads Wayland's clipboard.
    await this.wlCopy.clear(texts);
    if (this.#electronWrote) await this.electron.clear(texts);
    this.#electronWrote = false;
  }

  settled(): Promise<void> {
    return this.wlCopy.settled();
  }
}
