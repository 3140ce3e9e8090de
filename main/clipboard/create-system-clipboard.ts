import { ElectronClipboard } from "./electron-clipboard.ts";
import type { SystemClipboard } from "./system-clipboard.ts";
import { WaylandClipboard } from "./wayland-clipboard.ts";
import { WlCopy } from "./wl-copy.ts";

/** The clipboard of this session. `hasFocus` tells whether the person uses one of our windows: see `watchWindowInUse`. */
export function createSystemClipboard(hasFocus: () => boolean): SystemClipboard {
  const electron = new ElectronClipboard();
  // Also when Electron itself runs on Xwayland: there a write without focus does not reach Wayland's programs either.
  const isWayland = process.platform === "linux" && Boolean(process.env.WAYLAND_DISPLAY);
  return isWayland ? new WaylandClipboard(new WlCopy(), electron, hasFocus) : electron;
}
