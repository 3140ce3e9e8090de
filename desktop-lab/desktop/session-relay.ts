import { BusConnection } from "../bus/bus-connection.ts";
import { relayService } from "../bus/message-relay.ts";
import { CleanupStack } from "../process/cleanup-stack.ts";
import { relayTray } from "../tray/tray-relay.ts";

const NOTIFICATIONS = "org.freedesktop.Notifications";
const NOTIFICATIONS_PATH = "/org/freedesktop/Notifications";

export interface RelayedBuses {
  /** Address of the apps' bus. */
  readonly from: string;
  /** Address of the bus with tray and notification server. */
  readonly to: string;
}

export interface SessionRelay {
  readonly close: () => Promise<void>;
}

/**
 * Relays tray items and notifications of the apps on one bus to another, and nothing else. Start it before the apps, because they
 * look for a tray only once. A service that is missing on the other bus is missing for the apps too.
 */
export async function relaySession({ from, to }: RelayedBuses): Promise<SessionRelay> {
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const apps = cleanups.adopt(await BusConnection.open(from), (connection) => connection.close());
    const desktop = cleanups.adopt(await BusConnection.open(to), (connection) => connection.close());
    cleanups.adopt(await relayTray(apps, desktop, to), ({ close }) => close());
    if (await desktop.isAvailable(NOTIFICATIONS)) {
      await relayService({ connection: desktop, busName: NOTIFICATIONS }, NOTIFICATIONS_PATH, apps);
    }
    return { close: () => cleanups.run() };
  });
}
