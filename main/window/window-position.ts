import { app, screen } from "electron";

/** Where a window of this size is centred on the display that has the pointer. Empty on Wayland, where the compositor decides. */
export function centredAtPointer({ width, height }: { readonly width: number; readonly height: number }) {
  if (isWayland()) return {};
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + Math.max(0, (workArea.height - height) / 2)),
  };
}

/**
 * Asking for the pointer before the first window crashes on native Wayland: https://github.com/electron/electron/issues/50079.
 * Electron runs on Wayland by choice or by itself, so a Wayland session counts too, even if Electron uses Xwayland there.
 */
function isWayland(): boolean {
  return app.commandLine.getSwitchValue("ozone-platform") === "wayland" || Boolean(process.env.WAYLAND_DISPLAY);
}
