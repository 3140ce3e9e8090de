import type { BrowserWindow } from "electron";

/** The content's height in pixels of the screen's scale. A higher page scrolls. */
const leastPx = 420;
const mostPx = 640;

/** For a window whose page was not laid out yet. */
export const firstHeightPx = 480;

/**
 * Makes the window as tall as its page, which asks for it with `window.resizeTo`; it cannot move the window, and its width is
 * ignored. The upper edge stays. Ends when the person or a tiling window manager resizes the window. `onHeight` gets each new
 * height. (`preferred-size-changed` says the same, but never comes while Playwright drives the window.)
 */
export function followPageHeight(window: BrowserWindow, onHeight: (heightPx: number) => void): void {
  const [widthPx = 0, createdPx = 0] = window.getContentSize();
  /** X11 and Wayland report a size after it was set, perhaps when the next one is set already. */
  const own = new Set([createdPx]);
  /** A scale of 125 % rounds to whole pixels of the screen. */
  const isSame = (one: number, other: number) => Math.abs(one - other) <= 1;
  let follows = true;
  // The window's present size is no measure: it comes late, so a page that grew for a moment would leave its window tall.
  let askedPx = createdPx;

  window.webContents.on("content-bounds-updated", (event, { height: pageHeight }) => {
    event.preventDefault();
    if (!follows || window.isMaximized()) return;
    const heightPx = Math.min(mostPx, Math.max(leastPx, Math.ceil(pageHeight * window.webContents.zoomFactor)));
    own.add(heightPx);
    if (heightPx !== askedPx) window.setContentSize(widthPx, heightPx);
    askedPx = heightPx;
    onHeight(heightPx);
  });
  window.on("resize", () => {
    const [width = 0, height = 0] = window.getContentSize();
    if (!isSame(width, widthPx) || ![...own].some((heightPx) => isSame(height, heightPx))) follows = false;
  });
}
