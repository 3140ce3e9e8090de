import { join } from "node:path";
import { Clipboard } from "../clipboard/clipboard.ts";
import { NotificationServer } from "../notifications/notification-server.ts";
import { CleanupStack } from "../process/cleanup-stack.ts";
import { TrayHost } from "../tray/tray-host.ts";
import { type PrivateSession, startPrivateSession } from "./private-session.ts";
import { type Clip, readPixel, writeScreenshot } from "./screenshot.ts";
import { startXServer } from "./x-server.ts";

export interface PrivateDesktopOptions {
  /** Starts an unlocked keyring. Without it, no Secret Service can be reached. Default true. */
  readonly keyring?: boolean;
  /** Default true. */
  readonly trayHost?: boolean;
  /** Default true. */
  readonly notificationServer?: boolean;
  /** The screen's size in pixels and its depth in bits. */
  readonly display?: `${number}x${number}x${number}`;
}

export interface PrivateDesktop extends PrivateSession {
  readonly clipboard: Clipboard;
  /** Throws if the desktop was started without a tray host. */
  readonly trayHost: TrayHost;
  /** Throws if the desktop was started without a notification server. */
  readonly notifications: NotificationServer;
  /** Writes the screen, or a part of it, as a PNG. */
  readonly screenshot: (file: string, clip?: Clip) => Promise<void>;
  /** Returns the color of one pixel of the screen as 0xRRGGBB. */
  readonly pixel: (x: number, y: number) => number;
}

/**
 * Starts a private session with an X server, a tray host and a notification server. Several desktops can run at the same time.
 * If a part does not start, stops the others and rejects.
 */
export async function startPrivateDesktop(options: PrivateDesktopOptions = {}): Promise<PrivateDesktop> {
  const { keyring = true, trayHost = true, notificationServer = true, display = "1280x900x24" } = options;
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const session = cleanups.adopt(await startPrivateSession({ keyring }), ({ stop }) => stop());
    const { busAddress, folder } = session;
    const xServer = cleanups.adopt(await startXServer(join(folder, "x"), display, session.env), ({ end }) => end());
    const env = { ...session.env, ...xServer.env };
    const clipboard = cleanups.adopt(new Clipboard(env), (ended) => ended.end());
    const tray = trayHost ? cleanups.adopt(await TrayHost.start(busAddress), (host) => host.close()) : undefined;
    const notifications = notificationServer
      ? cleanups.adopt(await NotificationServer.start(busAddress), (server) => server.stop())
      : undefined;
    return {
      ...session,
      env,
      clipboard,
      get trayHost() {
        return started(tray, "tray host");
      },
      get notifications() {
        return started(notifications, "notification server");
      },
      screenshot: (file, clip) => writeScreenshot(xServer.framebufferFile, file, clip),
      pixel: (x, y) => readPixel(xServer.framebufferFile, x, y),
      stop: () => cleanups.run(),
    };
  });
}

function started<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new Error(`This desktop was started without a ${name}.`);
  return part;
}
