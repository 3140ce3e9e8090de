import { Variant } from "@jellybrick/dbus-next";
import { BusConnection } from "../bus/bus-connection.ts";
import { exportObject } from "../bus/bus-object.ts";
import { DEFAULT_ITEM_PATH, WATCHER, WATCHER_PATH } from "./status-notifier.ts";
import type { TrayItem } from "./tray-item.ts";
import { TrayItems } from "./tray-items.ts";

const PROTOCOL_VERSION = 0;

/**
 * How a host treats an app's registration. "list-dead" lists an item at a path where the app has none, as hosts saw the items of
 * Electron 43.3 and 44.0: https://github.com/electron/electron/issues/52674, https://github.com/electron/electron/issues/53213.
 */
export type Treatment = "accept" | "refuse" | "list-dead";

/** The tray of a desktop: watcher and host of the StatusNotifierItem protocol in one. */
export class TrayHost {
  readonly #connection: BusConnection;
  readonly #items: TrayItems;
  readonly #treat: (registration: number) => Treatment;
  readonly #dead: string[] = [];
  #registrations = 0;

  private constructor(connection: BusConnection, items: TrayItems, treat: (registration: number) => Treatment) {
    this.#connection = connection;
    this.#items = items;
    this.#treat = treat;
  }

  /** `treat` is asked with the number of each registration, from 1. */
  static async start(
    busAddress: string,
    treat: (registration: number) => Treatment = () => "accept",
  ): Promise<TrayHost> {
    const connection = await BusConnection.open(busAddress);
    const announceGone = (busName: string) => announce(connection, "StatusNotifierItemUnregistered", busName);
    const host = new TrayHost(connection, await TrayItems.watch(connection, announceGone), treat);
    host.#export();
    await connection.ownName(WATCHER);
    return host;
  }

  /** The item that was registered last, or undefined if the tray is empty. */
  get item(): TrayItem | undefined {
    return this.#items.last;
  }

  /** How often apps have registered an item, refused ones included. */
  get registrations(): number {
    return this.#registrations;
  }

  /** The entries of the tray's list. */
  get listed(): readonly string[] {
    return [...this.#items.busNames, ...this.#dead];
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
        RegisteredStatusNotifierItems: new Variant("as", this.listed),
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
    this.#registrations += 1;
    const treatment = this.#treat(this.#registrations);
    if (treatment === "refuse") throw new Error("This host refuses the item.");
    if (treatment === "list-dead") this.#dead.push(`${busName}/nothing/here`);
    else this.#items.add(busName, serviceOrPath.startsWith("/") ? serviceOrPath : DEFAULT_ITEM_PATH);
    announce(this.#connection, "StatusNotifierItemRegistered", busName);
  }
}

function announce(connection: BusConnection, member: string, busName: string): void {
  connection.emit({ path: WATCHER_PATH, interface: WATCHER, member, signature: "s", body: [busName] });
}
