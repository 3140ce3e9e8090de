/** What a desktop may lack, and may get later. */
export interface DesktopServices {
  /** Icons in the tray are shown. */
  hasTrayHost(): Promise<boolean>;
  /** A notification would be shown. */
  hasNotificationServer(): Promise<boolean>;
  /** Calls back each time a tray host may have come or gone. */
  onTrayHostChanged(listener: () => void): void;
}

/** macOS and Windows are never without; on Linux tray and notifications are programs of their own. */
export async function findDesktopServices(): Promise<DesktopServices> {
  if (process.platform === "linux") {
    const { openLinuxServices } = await import("./linux-services.ts");
    return openLinuxServices();
  }
  return { hasTrayHost: async () => true, hasNotificationServer: async () => true, onTrayHostChanged: () => {} };
}
