import { ElectronClipboard } from "./electron-clipboard.ts";
import type { SystemClipboard } from "./system-clipboard.ts";
import { WaylandClipboard } from "./wayland-clipboard.ts";
import { WlCopy } from "./wl-copy.ts";
import { X11Clipboard } from "./x11-clipboard.ts";

/** Creates the clipboard for this desktop session. `hasFocus` comes from `watchWindowInUse`. */
export function createSystemClipboard(hasFocus: () => boolean): SystemClipboard {
  const electron = new ElectronClipboard();
  if (process.platform !== "linux") return electron;
  // Also when Electron runs on Xwayland: there too, a write without focus does not reach Wayland programs.
  if (process.env.WAYLAND_DISPLAY) return new WaylandClipboard(new WlCopy(), electron, hasFocus);
  return new X11Clipboard(electron, process.env);
}
