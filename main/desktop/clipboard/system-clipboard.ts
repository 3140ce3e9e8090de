import type { Failure } from "../../domain/failure.ts";
import type { Result } from "../../domain/result.ts";
import { ElectronClipboard } from "./electron-clipboard.ts";
import { WaylandClipboard } from "./wayland-clipboard.ts";
import { WlCopy } from "./wl-copy.ts";

/** The system's clipboard for a text that must not stay there. */
export interface SystemClipboard {
  /** A success means that other programs can paste it; `clipboard-refused` or `clipboard-needs-focus` that they may not. */
  write(text: string): Promise<Result<undefined, Failure>>;
  /** Takes these texts away, wherever one of them still is. Rejects when that cannot be done. */
  clear(texts: readonly string[]): Promise<void>;
}

/** The clipboard of this session. `hasFocus` tells whether the person uses one of our windows: see `watchWindowInUse`. */
export function openSystemClipboard(hasFocus: () => boolean): SystemClipboard {
  const electron = new ElectronClipboard();
  // Also when Electron itself runs on Xwayland: there a write without focus does not reach Wayland's programs either.
  const isWayland = process.platform === "linux" && Boolean(process.env.WAYLAND_DISPLAY);
  return isWayland ? new WaylandClipboard(new WlCopy(), electron, hasFocus) : electron;
}
