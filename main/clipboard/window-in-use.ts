import { app, BrowserWindow, type WebContents } from "electron";

const presses: readonly string[] = ["mouseDown", "rawKeyDown", "keyDown", "touchStart", "gestureTap"];

/**
 * Returns a function that tells whether a focused window of ours has received a key or button press. On Wayland focus is
 * not enough: Chromium claims the clipboard only with such an event, and fails silently without one. Call this before
 * the first window is created.
 */
export function watchWindowInUse(): () => boolean {
  const used = new WeakSet<WebContents>();
  app.on("web-contents-created", (_created, contents) => {
    contents.on("input-event", (_event, { type }) => {
      if (presses.includes(type)) used.add(contents);
    });
  });
  return () => {
    const focused = BrowserWindow.getFocusedWindow();
    return focused !== null && used.has(focused.webContents);
  };
}
