import { app, BrowserWindow, type WebContents } from "electron";

const presses: readonly string[] = ["mouseDown", "rawKeyDown", "keyDown", "touchStart", "gestureTap"];

/**
 * Answers whether a window of ours has the focus and the person has pressed a key or a button in it. On Wayland the focus
 * is not enough: Chromium asks for the clipboard only by such a press, and says nothing when it had none. To be called
 * before the first window is made.
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
