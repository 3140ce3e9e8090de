import { powerMonitor, safeStorage } from "electron";
import type { DesktopServices } from "./desktop-services.ts";
import { createElectronNotifications } from "./electron-notifications.ts";

/** Creates the desktop's services. On Linux the tray and notifications are separate programs that can be missing. */
export async function createDesktopServices(): Promise<DesktopServices> {
  if (process.platform === "linux") {
    const { createLinuxServices } = await import("./linux-services.ts");
    return createLinuxServices(safeStorage.getSelectedStorageBackend());
  }
  return {
    trayState: async () => ({ host: "system", shown: true }),
    notifications: {
      present: createElectronNotifications(),
      copy: createElectronNotifications(),
      commandLine: createElectronNotifications(),
    },
    keyring: { open: async () => true, onChanged: () => {} },
    onTrayChanged: () => {},
    onScreenLocked: (listener) => powerMonitor.on("lock-screen", listener),
  };
}
