import { app, type BrowserWindow, type Input } from "electron";

const zoomStep = 0.25;
const mostZoom = 2;

/**
 * Adds keyboard shortcuts to the window, which has no menu: Ctrl with plus, minus and 0 for the size of the text, Ctrl W to
 * close it. On macOS the application menu has these. F12 opens DevTools where the application is not packaged.
 */
export function registerShortcuts(window: BrowserWindow): void {
  window.webContents.on("before-input-event", (event, input) => {
    const action = devToolsAction(window, input) ?? windowAction(window, input);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function devToolsAction({ webContents }: BrowserWindow, { type, key }: Input): (() => void) | undefined {
  if (app.isPackaged || type !== "keyDown" || key !== "F12") return undefined;
  return () => {
    if (webContents.isDevToolsOpened()) webContents.closeDevTools();
    else webContents.openDevTools({ mode: "detach" });
  };
}

function windowAction(window: BrowserWindow, { type, control, alt, key }: Input): (() => void) | undefined {
  if (process.platform === "darwin" || type !== "keyDown" || !control || alt) return undefined;
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
