import type { Message } from "@jellybrick/dbus-next";
import * as v from "valibot";
import { type Answer, BusConnection } from "../bus/bus-connection.ts";
import { readFlag } from "../bus/bus-values.ts";
import { relayCall, relayCalls, relayService, relaySignal } from "../bus/message-relay.ts";
import { MENU_INTERFACE } from "./dbus-menu.ts";
import { DEFAULT_ITEM_PATH, ITEM_INTERFACE, WATCHER, WATCHER_PATH } from "./status-notifier.ts";

const MENU_PATH = "/com/canonical/dbusmenu";

const registrationSchema = v.tuple([v.string()]);

/** Offers the desktop's tray, if it has one, to the apps. `close` removes their items from the tray. */
export async function relayTray(
  apps: BusConnection,
  desktop: BusConnection,
  desktopAddress: string,
): Promise<{ readonly close: () => void }> {
  /** Each app's connection on the desktop's bus, by the app's unique name. */
  const items = new Map<string, BusConnection>();
  const closeItem = (app: string) => {
    items.get(app)?.close();
    items.delete(app);
  };
  const register = async (call: Message): Promise<Answer> => {
    closeItem(call.sender);
    const item = await BusConnection.open(desktopAddress);
    items.set(call.sender, item);
    return relayItem(call, apps, item);
  };
  if (await hasTrayHost(desktop)) {
    for (const interfaceName of [ITEM_INTERFACE, MENU_INTERFACE]) {
      await apps.watch({ interface: interfaceName }, (signal) => {
        const item = items.get(signal.sender);
        if (item) relaySignal(signal, item);
      });
    }
    await apps.watchOwners((name, owner) => {
      if (owner === "") closeItem(name);
    });
    apps.answer((call) => (call.member === "RegisterStatusNotifierItem" ? register(call) : undefined));
    await relayService({ connection: desktop, busName: WATCHER }, WATCHER_PATH, apps);
  }
  return { close: () => [...items.keys()].forEach(closeItem) };
}

/** Registers the app's item with the desktop's tray. `item` represents the app on the desktop's bus. */
function relayItem(registration: Message, apps: BusConnection, item: BusConnection): Promise<Answer> {
  const [serviceOrPath] = v.parse(registrationSchema, registration.body);
  const givesPath = serviceOrPath.startsWith("/");
  const itemPath = givesPath ? serviceOrPath : DEFAULT_ITEM_PATH;
  relayCalls(item, [itemPath, MENU_PATH], { connection: apps, busName: registration.sender });
  return relayCall(registration, { connection: item, busName: WATCHER }, [givesPath ? itemPath : item.uniqueName]);
}

async function hasTrayHost(desktop: BusConnection): Promise<boolean> {
  const watcher = { destination: WATCHER, path: WATCHER_PATH, interface: WATCHER };
  return (await desktop.hasOwner(WATCHER)) && readFlag(desktop, watcher, "IsStatusNotifierHostRegistered");
}
