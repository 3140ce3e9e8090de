import { BusConnection } from "../bus/bus-connection.ts";
import { relayService } from "../bus/message-relay.ts";
import { CleanupStack } from "../process/cleanup-stack.ts";
import { relayTray } from "../tray/tray-relay.ts";

const NOTIFICATIONS = "org.freedesktop.Notifications";
const NOTIFICATIONS_PATH = "/org/freedesktop/Notifications";

export interface RelayedBuses {
  /** Address of the bus that the apps are on. */
  readonly from: string;
  /** Address of the bus with the tray and the notification server. */
  readonly to: string;
}

export interface SessionRelay {
  readonly close: () => Promise<void>;
}

/**
 * Shows the tray items and notifications of the apps on one bus on another, while nothing else of the two buses meets.
 * Start it before the apps: they look for a tray only once. What the other bus lacks, the apps do not find either.
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
