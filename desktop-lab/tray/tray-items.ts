import { EventEmitter } from "node:events";
import type { BusConnection } from "../bus/bus-connection.ts";
import { changesWith, DEFAULT_TIMEOUT_MS, waitUntil } from "../process/condition.ts";
import { MENU_INTERFACE } from "./dbus-menu.ts";
import { ITEM_INTERFACE } from "./status-notifier.ts";
import { TrayItem } from "./tray-item.ts";

/** The items of a tray. Tells each item when its app signals a change or leaves the bus. */
export class TrayItems {
  readonly #connection: BusConnection;
  /** By the unique bus names of the apps. */
  readonly #items = new Map<string, TrayItem>();
  readonly #notTaken: TrayItem[] = [];
  readonly #events = new EventEmitter<{ added: [] }>();

  private constructor(connection: BusConnection) {
    this.#connection = connection;
  }

  /** Calls `onGone` when an app with an item leaves the bus. */
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

  /** The item that was added last, or undefined if there is none. */
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

  /** Waits for an item. Returns each one once, the oldest first. Rejects after `timeoutMs`. */
  async next(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<TrayItem> {
    await waitUntil({
      read: () => this.#notTaken.length,
      holds: (count) => count > 0,
      subscribe: changesWith(this.#events, "added"),
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
