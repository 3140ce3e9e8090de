import { Variant } from "@jellybrick/dbus-next";
import { BusConnection } from "../bus/bus-connection.ts";
import { exportObject } from "../bus/bus-object.ts";
import { DEFAULT_ITEM_PATH, WATCHER, WATCHER_PATH } from "./status-notifier.ts";
import type { TrayItem } from "./tray-item.ts";
import { TrayItems } from "./tray-items.ts";

const PROTOCOL_VERSION = 0;

/** The tray of a desktop: watcher and host of the StatusNotifierItem protocol in one. */
export class TrayHost {
  readonly #connection: BusConnection;
  readonly #items: TrayItems;

  private constructor(connection: BusConnection, items: TrayItems) {
    this.#connection = connection;
    this.#items = items;
  }

  static async start(busAddress: string): Promise<TrayHost> {
    const connection = await BusConnection.open(busAddress);
    const announceGone = (busName: string) => announce(connection, "StatusNotifierItemUnregistered", busName);
    const host = new TrayHost(connection, await TrayItems.watch(connection, announceGone));
    host.#export();
    await connection.ownName(WATCHER);
    return host;
  }

  /** The item that was registered last, or undefined if the tray is empty. */
  get item(): TrayItem | undefined {
    return this.#items.last;
  }

  /** Waits for an item. Returns each one once, the oldest first. Rejects after `timeoutMs`, by default 10 seconds. */
  nextItem(timeoutMs?: number): Promise<TrayItem> {
    return this.#items.next(timeoutMs);
  }

  close(): void {
    this.#connection.close();
  }

  #export(): void {
    const noAnswer = { returns: "", run: () => [] };
    exportObject(this.#connection, {
      path: WATCHER_PATH,
      interface: WATCHER,
      properties: () => ({
        IsStatusNotifierHostRegistered: new Variant("b", true),
        ProtocolVersion: new Variant("i", PROTOCOL_VERSION),
        RegisteredStatusNotifierItems: new Variant("as", this.#items.busNames),
      }),
      methods: {
        RegisterStatusNotifierHost: noAnswer,
        RegisterStatusNotifierItem: {
          returns: "",
          run: ([serviceOrPath], sender) => {
            this.#register(sender, String(serviceOrPath));
            return [];
          },
        },
      },
    });
  }

  #register(busName: string, serviceOrPath: string): void {
    this.#items.add(busName, serviceOrPath.startsWith("/") ? serviceOrPath : DEFAULT_ITEM_PATH);
    announce(this.#connection, "StatusNotifierItemRegistered", busName);
  }
}

function announce(connection: BusConnection, member: string, busName: string): void {
  connection.emit({ path: WATCHER_PATH, interface: WATCHER, member, signature: "s", body: [busName] });
}
