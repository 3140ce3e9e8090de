import type { DesktopNotifications, DesktopServices } from "./desktop-services.ts";
import { LinuxKeyring } from "./linux-keyring.ts";
import { LinuxNotifications } from "./linux-notifications.ts";
import { isScreenLock, screenLockRules } from "./linux-screen-lock.ts";
import { LinuxTray } from "./linux-tray.ts";
import { SessionBus } from "./session-bus.ts";
import { XembedTray } from "./xembed-tray.ts";

const noNotifications: DesktopNotifications = {
  isReady: async () => false,
  show: async () => false,
  withdraw: async () => {},
  onServiceChanged: () => {},
};

const withoutBus: Omit<DesktopServices, "trayState" | "onTrayChanged"> = {
  notifications: { present: noNotifications, copy: noNotifications },
  keyring: { open: async () => false, onChanged: () => {} },
  onScreenLocked: () => {},
};

/** Connects to the session's D-Bus. Without a bus, all services but an XEmbed tray count as missing. */
export async function createLinuxServices(keyringBackend: string): Promise<DesktopServices> {
  const bus = await SessionBus.connect();
  const tray = new LinuxTray(bus, new XembedTray(process.env));
  const trayServices: Pick<DesktopServices, "trayState" | "onTrayChanged"> = {
    trayState: () => tray.state(),
    onTrayChanged: (listener) => tray.onChanged(listener),
  };
  if (!bus) return { ...withoutBus, ...trayServices };
  return {
    ...trayServices,
    notifications: { present: new LinuxNotifications(bus), copy: new LinuxNotifications(bus) },
    keyring: new LinuxKeyring(bus, keyringBackend),
    onScreenLocked: (listener) =>
      bus.watch(screenLockRules, (signal) => {
        if (isScreenLock(signal)) listener();
      }),
  };
}
