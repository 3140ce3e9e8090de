import { join } from "node:path";
import { app, BrowserWindow, type Session, type WebFrameMain } from "electron";
import { log } from "../log/log.ts";
import { plainName } from "../log/plain-name.ts";
import { identity } from "../startup/identity.ts";
import { appOrigin, navigableUrl } from "./app-scheme.ts";
import { canvasColor } from "./canvas-color.ts";
import { firstHeightPx, followPageHeight } from "./page-height.ts";
import { centredAtPointer } from "./window-position.ts";
import { createWindowSession } from "./window-session.ts";
import { registerShortcuts } from "./window-shortcuts.ts";

/** A window that crashes twice within this time stays closed. */
const crashLoopMs = 10_000;

const widthPx = 400;

/** The one window. It is created when it is opened and destroyed when it is closed, so that an idle tray has no renderer. */
export class LoginWindow {
  #window: BrowserWindow | undefined;
  #session: Session | undefined;
  /** The page's height when the window was open before. */
  #heightPx = firstHeightPx;
  #crashedAtMs = Number.NEGATIVE_INFINITY;

  /** `onShown` is called each time the window is shown or brought to the front. */
  constructor(private readonly onShown: () => void) {}

  get isOpen(): boolean {
    return this.#window !== undefined;
  }

  /** Opens the window on the display that has the pointer, or brings it to the front. */
  show(): void {
    if (!this.#window) {
      this.#create();
      return;
    }
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
    this.onShown();
  }

  /** Sends a message to the page. Does nothing while the window is closed. */
  send(channel: string, message: unknown): void {
    this.#window?.webContents.send(channel, message);
  }

  /** Says whether this is the top frame of our own page in our own window: the only one that IPC answers. */
  owns(frame: WebFrameMain | null): boolean {
    return frame !== null && frame === this.#window?.webContents.mainFrame && frame.origin === appOrigin;
  }

  #create(): void {
    const size = { width: widthPx, height: this.#heightPx };
    this.#session ??= createWindowSession();
    const window = new BrowserWindow({
      ...size,
      ...centredAtPointer(size),
      useContentSize: true,
      minWidth: 340,
      minHeight: 320,
      title: identity.productName,
      autoHideMenuBar: true,
      fullscreenable: false,
      // The empty window is shown at once in the page's color, because waiting for the page takes longer.
      backgroundColor: canvasColor(),
      webPreferences: {
        session: this.#session,
        preload: join(__dirname, "../preload/index.cjs"),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: !app.isPackaged,
        // The page's file picker would open without a permission request.
        disableBlinkFeatures: "FileSystemAccessLocal",
      },
    });
    this.#window = window;
    window.setMenu(null);
    window.once("ready-to-show", () => {
      // Reading the icon takes 27 ms, so it follows the page. (On macOS the bundle has it.)
      if (process.platform !== "darwin") window.setIcon(join(__dirname, "../../resources/icon-256.png"));
      this.onShown();
    });
    window.once("closed", () => {
      this.#window = undefined;
    });
    blockNavigation(window);
    followPageHeight(window, (heightPx) => {
      this.#heightPx = heightPx;
    });
    registerShortcuts(window);
    this.#reopenAfterCrash(window);
    void window.loadURL(`${appOrigin}/`);
  }

  /** Opens a new window after a crash. A login continues there, because its state is in main. */
  #reopenAfterCrash(window: BrowserWindow): void {
    window.webContents.once("render-process-gone", (_event, { reason, exitCode }) => {
      if (reason === "clean-exit") return;
      log({ kind: "window-gone", reason: plainName(reason), exitCode });
      window.destroy();
      const sinceLastMs = performance.now() - this.#crashedAtMs;
      this.#crashedAtMs = performance.now();
      if (sinceLastMs > crashLoopMs) this.show();
    });
  }
}

function blockNavigation({ webContents }: BrowserWindow): void {
  webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  const refuse = (event: { readonly url: string; readonly preventDefault: () => void }) => {
    if (event.url !== navigableUrl) event.preventDefault();
  };
  webContents.on("will-navigate", refuse);
  webContents.on("will-frame-navigate", refuse);
  webContents.on("will-attach-webview", (event) => event.preventDefault());
}
