import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { AppDesktop } from "../../desktop-lab/app/tray-app.ts";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { startPrivateDesktop } from "../../desktop-lab/desktop/private-desktop.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { DEFAULT_TIMEOUT_MS } from "../../desktop-lab/process/condition.ts";
import { DesktopProcess } from "../../desktop-lab/process/desktop-process.ts";
import { WATCHER } from "../../desktop-lab/tray/status-notifier.ts";
import { busServiceCommand, startBusService } from "./bus-service.ts";
import { configurePanelDesktop } from "./panel-configuration.ts";
import { PanelTray } from "./panel-tray.ts";
import { scale } from "./picture-file.ts";
import { Screen } from "./screen.ts";
import type { Theme } from "./window-picture.ts";
import { XInput } from "./x-input.ts";

/** Large, so that the app's window in the middle does not cover the corner with the tray. */
export const screenSizePx = { width: 3200, height: 1400 };

const wallpaper: Record<Theme, string> = { light: "#b9d3ce", dark: "#17302d" };

export interface PanelDesktop extends AppDesktop {
  readonly screen: Screen;
  readonly input: XInput;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a private desktop with Xfce's panel, window manager and settings service, and dunst for notifications. If a part does not
 * start, stops the others and rejects.
 */
export async function startPanelDesktop(theme: Theme): Promise<PanelDesktop> {
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const { width, height } = screenSizePx;
    const desktop = cleanups.adopt(
      await startPrivateDesktop({ trayHost: false, notificationServer: false, display: `${width}x${height}x24` }),
      ({ stop }) => stop(),
    );
    const { dunstrc } = configurePanelDesktop(desktop.env.XDG_CONFIG_HOME ?? "", theme);
    // Every system has this locale. The panel shows no texts that need translation.
    const env = { ...desktop.env, LC_ALL: "C.UTF-8", GDK_SCALE: String(scale) };
    const end = (program: DesktopProcess) => program.end();

    cleanups.adopt(await startBusService("org.xfce.Xfconf", busServiceCommand("org.xfce.Xfconf"), [], env), end);
    await promisify(execFile)("hsetroot", ["-solid", wallpaper[theme]], { env, timeout: DEFAULT_TIMEOUT_MS });
    // The compositor draws round corners and shadows of menus and tooltips.
    cleanups.adopt(await DesktopProcess.start("xfwm4", ["--compositor=on", "--vblank=off"], { env }), end);
    const connection = cleanups.adopt(await BusConnection.open(desktop.busAddress), (opened) => opened.close());
    const trayHost = await PanelTray.watch(connection);
    cleanups.adopt(await startBusService(WATCHER, "xfce4-panel", [], env), end);
    cleanups.adopt(await startBusService("org.freedesktop.Notifications", "dunst", ["-config", dunstrc], env), end);

    return {
      env: desktop.env,
      trayHost,
      screen: new Screen(desktop),
      input: new XInput(desktop.env),
      stop: () => cleanups.run(),
    };
  });
}
