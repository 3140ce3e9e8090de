import { BusConnection } from "../bus/bus-connection.ts";
import { relayService } from "../bus/message-relay.ts";
import { EndStack } from "../process/end-stack.ts";
import { relayTray } from "./tray-relay.ts";

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
  const ends = new EndStack();
  return ends.guard(async () => {
    const apps = ends.add(await BusConnection.open(from), (connection) => connection.close());
    const desktop = ends.add(await BusConnection.open(to), (connection) => connection.close());
    ends.add(await relayTray(apps, desktop, to), ({ close }) => close());
    if (await desktop.isAvailable(NOTIFICATIONS)) {
      await relayService({ connection: desktop, busName: NOTIFICATIONS }, NOTIFICATIONS_PATH, apps);
    }
    return { close: () => ends.end() };
  });
}
