import { join } from "node:path";
import { app, BrowserWindow, type Session, screen, session, type WebFrameMain } from "electron";
import { log } from "../log/log.ts";
import { plainName } from "../log/plain-name.ts";
import { identity } from "../startup/identity.ts";
import { serveApp } from "./app-protocol.ts";
import { appOrigin } from "./app-scheme.ts";
import { canvasColor } from "./canvas-color.ts";
import { registerShortcuts } from "./window-shortcuts.ts";

/** A window that crashed again after so short a time would go on crashing. */
const crashLoopMs = 10_000;

const widthPx = 400;
const heightPx = 700;
/** With what is said there. */
const heightWithoutTrayPx = 780;

/** The one window: made when it is asked for and destroyed when it is closed, so that an idle tray keeps no renderer. */
export class LoginWindow {
  #window: BrowserWindow | undefined;
  #session: Session | undefined;
  #crashedAtMs = Number.NEGATIVE_INFINITY;

  /** `onShown` is told each time, once there is something to see. */
  constructor(
    private readonly trayIsShown: () => boolean,
    private readonly onShown: () => void,
  ) {}

  get isOpen(): boolean {
    return this.#window !== undefined;
  }

  /** Opens the window, where the pointer is, or brings it to the front. */
  show(): void {
    if (this.#window) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      this.#window.focus();
      this.onShown();
      return;
    }
    const size = { width: widthPx, height: this.trayIsShown() ? heightPx : heightWithoutTrayPx };
    const window = new BrowserWindow({
      ...size,
      ...centredOnPointersDisplay(size),
      useContentSize: true,
      minWidth: 340,
      minHeight: 480,
      title: identity.productName,
      autoHideMenuBar: true,
      fullscreenable: false,
      // Shown at once, in its page's colour: to wait for the page would be to wait for the screen and the focus after it.
      backgroundColor: canvasColor(),
      webPreferences: {
        session: this.#ownSession(),
        preload: join(__dirname, "../preload/index.cjs"),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: !app.isPackaged,
        // Choosing files and folders, which asks for no permission until the person has chosen.
        disableBlinkFeatures: "FileSystemAccessLocal",
      },
    });
    this.#window = window;
    window.setMenu(null);
    window.once("ready-to-show", () => {
      // Not before: it takes a while to be read, and the window list can wait for it. (macOS has the bundle's.)
      if (process.platform !== "darwin") window.setIcon(join(__dirname, "../../resources/icon-256.png"));
      this.onShown();
    });
    window.once("closed", () => {
      this.#window = undefined;
    });
    stayOnOwnPage(window);
    registerShortcuts(window);
    this.#comeBackAfterCrash(window);
    void window.loadURL(`${appOrigin}/`);
  }

  /** Sends to the page, if there is one now. */
  send(channel: string, message: unknown): void {
    this.#window?.webContents.send(channel, message);
  }

  /** The frame is the top one of our own page in our own window. */
  owns(frame: WebFrameMain | null): boolean {
    return frame !== null && frame === this.#window?.webContents.mainFrame && frame.origin === appOrigin;
  }

  /** A login under way is main's, so a new page goes on where the crashed one was. One that keeps crashing stays away. */
  #comeBackAfterCrash(window: BrowserWindow): void {
    window.webContents.once("render-process-gone", (_event, { reason, exitCode }) => {
      if (reason === "clean-exit") return;
      log({ kind: "window-gone", reason: plainName(reason), exitCode });
      window.destroy();
      const sinceLastMs = performance.now() - this.#crashedAtMs;
      this.#crashedAtMs = performance.now();
      if (sinceLastMs > crashLoopMs) this.show();
    });
  }

  /** In memory, so that the window leaves nothing on disk. No page needs a permission. */
  #ownSession(): Session {
    if (this.#session) return this.#session;
    const own = session.fromPartition("login-window");
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    own.setPermissionCheckHandler(() => false);
    own.on("will-download", (event) => event.preventDefault());
    serveApp(own, join(__dirname, "../renderer"));
    this.#session = own;
    return own;
  }
}

/** The person is looking there. (On Wayland the compositor decides.) */
function centredOnPointersDisplay({ width, height }: { readonly width: number; readonly height: number }) {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + Math.max(0, (workArea.height - height) / 2)),
  };
}

function stayOnOwnPage({ webContents }: BrowserWindow): void {
  webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  webContents.on("will-navigate", (event) => event.preventDefault());
  webContents.on("will-frame-navigate", (event) => event.preventDefault());
  webContents.on("will-attach-webview", (event) => event.preventDefault());
}
