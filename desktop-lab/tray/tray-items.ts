import { EventEmitter } from "node:events";
import type { BusConnection } from "../bus/bus-connection.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "../process/condition.ts";
import { MENU_INTERFACE } from "./dbus-menu.ts";
import { ITEM_INTERFACE } from "./status-notifier.ts";
import { TrayItem } from "./tray-item.ts";

/** The items of a tray, by the unique names of their apps; each hears when its app says that it has changed, or leaves. */
export class TrayItems {
  readonly #connection: BusConnection;
  readonly #items = new Map<string, TrayItem>();
  readonly #notTaken: TrayItem[] = [];
  readonly #events = new EventEmitter<{ added: [] }>();

  private constructor(connection: BusConnection) {
    this.#connection = connection;
  }

  /** `onGone` is called when an app that had an item has left the bus. */
  static async watch(connection: BusConnection, onGone?: (busName: string) => void): Promise<TrayItems> {
    const items = new TrayItems(connection);
    for (const interfaceName of [ITEM_INTERFACE, MENU_INTERFACE]) {
      await connection.watch({ interface: interfaceName }, ({ sender }) => items.#items.get(sender)?.noticeChange());
    }
    await connection.watchOwners((name, owner) => {
      if (owner === "" && items.#remove(name)) onGone?.(name);
    });
    return items;
  }

  get busNames(): string[] {
    return [...this.#items.keys()];
  }

  /** The item that was added last, undefined if there is none. */
  get last(): TrayItem | undefined {
    return [...this.#items.values()].at(-1);
  }

  add(busName: string, path: string): void {
    const item = new TrayItem(this.#connection, busName, path);
    this.#items.delete(busName);
    this.#items.set(busName, item);
    this.#notTaken.push(item);
    this.#events.emit("added");
  }

  /** The next added item that this method has not given yet, also one that is there already. */
  async next(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<TrayItem> {
    await waitUntil({
      read: () => this.#notTaken.length,
      holds: (count) => count > 0,
      subscribe: (recheck) => {
        this.#events.on("added", recheck);
        return () => this.#events.off("added", recheck);
      },
      describeState: () => "no app has put an icon in the tray",
      timeoutMs,
    });
    return this.#notTaken.shift() as TrayItem;
  }

  #remove(busName: string): boolean {
    this.#items.get(busName)?.noticeGone();
    return this.#items.delete(busName);
  }
}
