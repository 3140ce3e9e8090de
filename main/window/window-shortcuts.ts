import type { BrowserWindow, Input } from "electron";

const zoomStep = 0.25;
const mostZoom = 2;

/**
 * What a browser's menu would bring, which this window has none of: larger text by Ctrl with plus, minus and 0, closing by Ctrl W.
 * On macOS its menu brings them.
 */
export function registerShortcuts(window: BrowserWindow): void {
  if (process.platform === "darwin") return;
  window.webContents.on("before-input-event", (event, input) => {
    const act = shortcut(window, input);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function shortcut(window: BrowserWindow, { type, control, alt, key }: Input): (() => void) | undefined {
  if (type !== "keyDown" || !control || alt) return undefined;
  const { webContents } = window;
  const zoomBy = (step: number) => () => {
    webContents.zoomFactor = Math.min(mostZoom, Math.max(1, webContents.zoomFactor + step));
  };
  switch (key) {
    case "+":
    case "=":
      return zoomBy(zoomStep);
    case "-":
      return zoomBy(-zoomStep);
    case "0":
      return zoomBy(-mostZoom);
    case "w":
    case "W":
      return () => window.close();
    default:
      return undefined;
  }
}
