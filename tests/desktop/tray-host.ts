import { EventEmitter } from "node:events";
import { Variant } from "@jellybrick/dbus-next";
import { BusConnection } from "./bus-connection.ts";
import { exportObject } from "./bus-object.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "./condition.ts";
import { MENU_INTERFACE } from "./dbus-menu.ts";
import { DEFAULT_ITEM_PATH, ITEM_INTERFACE, WATCHER, WATCHER_PATH } from "./status-notifier.ts";
import { TrayItem } from "./tray-item.ts";

const PROTOCOL_VERSION = 0;

/** The tray of a desktop: StatusNotifierItem's watcher and host in one. */
export class TrayHost {
  readonly #connection: BusConnection;
  readonly #items = new Map<string, TrayItem>();
  readonly #notTaken: TrayItem[] = [];
  readonly #events = new EventEmitter<{ registered: [] }>();

  private constructor(connection: BusConnection) {
    this.#connection = connection;
  }

  static async start(busAddress: string): Promise<TrayHost> {
    const connection = await BusConnection.open(busAddress);
    const host = new TrayHost(connection);
    for (const interfaceName of [ITEM_INTERFACE, MENU_INTERFACE]) {
      await connection.watch({ interface: interfaceName }, ({ sender }) => host.#items.get(sender)?.noticeChange());
    }
    await connection.watchOwners((name, owner) => {
      if (owner === "") host.#remove(name);
    });
    host.#export();
    await connection.ownName(WATCHER);
    return host;
  }

  /** The item in the tray that was registered last, undefined if the tray is empty. */
  get item(): TrayItem | undefined {
    return [...this.#items.values()].at(-1);
  }

  /** The next registered item that this method has not given yet, also one that is there already. */
  async nextItem(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<TrayItem> {
    await waitUntil({
      read: () => this.#notTaken.length,
      holds: (count) => count > 0,
      subscribe: (recheck) => {
        this.#events.on("registered", recheck);
        return () => this.#events.off("registered", recheck);
      },
      describe: () => "no app has put an icon in the tray",
      timeoutMs,
    });
    return this.#notTaken.shift() as TrayItem;
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
        RegisteredStatusNotifierItems: new Variant("as", [...this.#items.keys()]),
      }),
      methods: {
        RegisterStatusNotifierHost: noAnswer,
        RegisterStatusNotifierItem: {
          returns: "",
          run: ([serviceOrPath], sender) => {
            this.#add(sender, String(serviceOrPath));
            return [];
          },
        },
      },
    });
  }

  #add(busName: string, serviceOrPath: string): void {
    const path = serviceOrPath.startsWith("/") ? serviceOrPath : DEFAULT_ITEM_PATH;
    const item = new TrayItem(this.#connection, busName, path);
    this.#items.delete(busName);
    this.#items.set(busName, item);
    this.#notTaken.push(item);
    this.#announce("StatusNotifierItemRegistered", busName);
    this.#events.emit("registered");
  }

  #remove(busName: string): void {
    const item = this.#items.get(busName);
    if (item === undefined) return;
    this.#items.delete(busName);
    item.noticeGone();
    this.#announce("StatusNotifierItemUnregistered", busName);
  }

  #announce(member: string, busName: string): void {
    this.#connection.emit({ path: WATCHER_PATH, interface: WATCHER, member, signature: "s", body: [busName] });
  }
}
