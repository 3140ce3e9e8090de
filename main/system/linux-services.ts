import type { DesktopServices } from "./desktop-services.ts";
import { isScreenLock, screenLockRules } from "./linux-screen-lock.ts";
import { LinuxTray } from "./linux-tray.ts";
import { SessionBus } from "./session-bus.ts";

const notifications = "org.freedesktop.Notifications";

const withoutBus: DesktopServices = {
  trayState: async () => "none",
  hasNotificationServer: async () => false,
  onTrayChanged: () => {},
  onScreenLocked: () => {},
};

/** Connects to the session's D-Bus. Without a bus, all services count as missing. */
export async function createLinuxServices(): Promise<DesktopServices> {
  const bus = await SessionBus.connect();
  if (!bus) return withoutBus;
  const tray = new LinuxTray(bus);
  return {
    trayState: () => tray.state(),
    hasNotificationServer: async () => (await bus.hasOwner(notifications)) || (await bus.isActivatable(notifications)),
    onTrayChanged: (listener) => tray.onChanged(listener),
    onScreenLocked: (listener) =>
      bus.watch(screenLockRules, (signal) => {
        if (isScreenLock(signal)) listener();
      }),
  };
}
