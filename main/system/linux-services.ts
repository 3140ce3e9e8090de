import type { DesktopServices } from "./desktop-services.ts";
import { LinuxKeyring } from "./linux-keyring.ts";
import { LinuxNotifications } from "./linux-notifications.ts";
import { isScreenLock, screenLockRules } from "./linux-screen-lock.ts";
import { LinuxTray } from "./linux-tray.ts";
import { SessionBus } from "./session-bus.ts";
import { XembedTray } from "./xembed-tray.ts";

/** Connects to the session's D-Bus. Without a bus, all services but an XEmbed tray count as missing. */
export function createLinuxServices(keyringBackend: string): DesktopServices {
  const bus = new SessionBus();
  const tray = new LinuxTray(bus, new XembedTray(process.env));
  return {
    trayState: () => tray.state(),
    onTrayChanged: (listener) => tray.onChanged(listener),
    notifications: {
      present: new LinuxNotifications(bus),
      copy: new LinuxNotifications(bus),
      commandLine: new LinuxNotifications(bus),
    },
    keyring: new LinuxKeyring(bus, keyringBackend),
    onScreenLocked: (listener) =>
      bus.watch(screenLockRules, (signal) => {
        if (isScreenLock(signal)) listener();
      }),
  };
}
