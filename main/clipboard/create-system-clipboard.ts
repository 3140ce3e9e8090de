import { ElectronClipboard } from "./electron-clipboard.ts";
import type { SystemClipboard } from "./system-clipboard.ts";
import { WaylandClipboard } from "./wayland-clipboard.ts";
import { WlCopy } from "./wl-copy.ts";

/** Creates the clipboard for this desktop session. `hasFocus` comes from `watchWindowInUse`. */
export function createSystemClipboard(hasFocus: () => boolean): SystemClipboard {
  const electron = new ElectronClipboard();
  // Also when Electron runs on Xwayland: there too, a write without focus does not reach Wayland programs.
  const isWayland = process.platform === "linux" && Boolean(process.env.WAYLAND_DISPLAY);
  return isWayland ? new WaylandClipboard(new WlCopy(), electron, hasFocus) : electron;
}
