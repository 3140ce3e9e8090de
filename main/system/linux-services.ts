import type { DesktopServices } from "./desktop-services.ts";
import { LinuxKeyring } from "./linux-keyring.ts";
import { LinuxNotifications } from "./linux-notifications.ts";
import { isScreenLock, screenLockRules } from "./linux-screen-lock.ts";
import { LinuxTray } from "./linux-tray.ts";
import { SessionBus } from "./session-bus.ts";

const withoutBus: DesktopServices = {
  trayState: async () => "none",
  notifications: {
    isReady: async () => false,
    show: async () => false,
    withdraw: async () => {},
    onServiceChanged: () => {},
  },
  keyring: { open: async () => false, onChanged: () => {} },
  onTrayChanged: () => {},
  onScreenLocked: () => {},
};

/** Connects to the session's D-Bus. Without a bus, all services count as missing. */
export async function createLinuxServices(keyringBackend: string): Promise<DesktopServices> {
  const bus = await SessionBus.connect();
  if (!bus) return withoutBus;
  const tray = new LinuxTray(bus);
  return {
    trayState: () => tray.state(),
    notifications: new LinuxNotifications(bus),
    keyring: new LinuxKeyring(bus, keyringBackend),
    onTrayChanged: (listener) => tray.onChanged(listener),
    onScreenLocked: (listener) =>
      bus.watch(screenLockRules, (signal) => {
        if (isScreenLock(signal)) listener();
      }),
  };
}
