import { powerMonitor } from "electron";
import type { DesktopServices } from "./desktop-services.ts";

/** macOS and Windows are never without; on Linux tray and notifications are programs of their own. */
export async function createDesktopServices(): Promise<DesktopServices> {
  if (process.platform === "linux") {
    const { createLinuxServices: openLinuxServices } = await import("./linux-services.ts");
    return openLinuxServices();
  }
  return {
    hasTrayHost: async () => true,
    hasNotificationServer: async () => true,
    onTrayHostChanged: () => {},
    onScreenLocked: (listener) => powerMonitor.on("lock-screen", listener),
  };
}
