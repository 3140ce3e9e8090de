import { screen } from "electron";

/** Returns where a window of this size is centred on the display that has the pointer. On Wayland the compositor decides. */
export function centredAtPointer({ width, height }: { readonly width: number; readonly height: number }) {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + Math.max(0, (workArea.height - height) / 2)),
  };
}
