import { EventEmitter } from "node:events";
import type { BusConnection } from "../bus/bus-connection.ts";
import { changesWith, DEFAULT_TIMEOUT_MS, waitUntil } from "../process/condition.ts";
import { findByLabel, formatMenu, type MenuAddress, type MenuItem, readMenu, sendMenuClick } from "./dbus-menu.ts";
import { ITEM_INTERFACE } from "./status-notifier.ts";
import { type IconPixmap, type ItemProperties, readItemProperties } from "./tray-item-properties.ts";

/** An app's item in the tray, as the tray host sees it over D-Bus. */
export class TrayItem {
  readonly #connection: BusConnection;
  readonly #busName: string;
  readonly #path: string;
  readonly #events = new EventEmitter<{ change: [] }>();
  #gone = false;

  constructor(connection: BusConnection, busName: string, path: string) {
    this.#connection = connection;
    this.#busName = busName;
    this.#path = path;
  }

  async tooltip(): Promise<string> {
    return (await this.#properties()).tooltip;
  }

  async icon(): Promise<readonly IconPixmap[]> {
    return (await this.#properties()).icon;
  }

  async menu(): Promise<readonly MenuItem[]> {
    return readMenu(this.#connection, await this.#menuAddress());
  }

  /**
   * Clicks the item with that label. Resolves with the time at which the click was sent, by `performance.now()`. Rejects if it is
   * missing or disabled.
   */
  async clickMenu(label: string): Promise<number> {
    const item = await this.#menuItem(label);
    if (!item.enabled) throw new Error(`The menu item "${label}" is disabled.`);
    return this.#sendClick(item);
  }

  /** Clicks as a tray host that ignores `enabled`. */
  async clickMenuEvenIfDisabled(label: string): Promise<void> {
    await this.#sendClick(await this.#menuItem(label));
  }

  /** Clicks the icon with the left button. */
  async activate(): Promise<void> {
    const call = { ...this.#address(), interface: ITEM_INTERFACE, member: "Activate", signature: "ii", body: [0, 0] };
    await this.#connection.call(call);
  }

  /** Calls back when icon, tooltip or menu may have changed, or the item is gone. Returns the unsubscribe function. */
  onChange(listener: () => void): () => void {
    return changesWith(this.#events, "change")(listener);
  }

  waitForMenu(
    holds: (menu: readonly MenuItem[]) => boolean,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<readonly MenuItem[]> {
    return this.#waitFor("menu", () => this.menu(), holds, formatMenu, timeoutMs);
  }

  waitForTooltip(holds: (tooltip: string) => boolean, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<string> {
    return this.#waitFor("tooltip", () => this.tooltip(), holds, asJson, timeoutMs);
  }

  waitForIcon(
    holds: (icon: readonly IconPixmap[]) => boolean,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<readonly IconPixmap[]> {
    return this.#waitFor("icon", () => this.icon(), holds, asJson, timeoutMs);
  }

  async waitUntilGone(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<void> {
    await waitUntil({
      read: () => this.#gone,
      holds: Boolean,
      subscribe: (recheck) => this.onChange(recheck),
      describeState: () => "the tray item is still there",
      timeoutMs,
    });
  }

  /** The tray host calls this when the app has signalled a change of the item. */
  noticeChange(): void {
    this.#events.emit("change");
  }

  /** The tray host calls this when the app has left the bus. */
  noticeGone(): void {
    this.#gone = true;
    this.#events.emit("change");
  }

  #waitFor<State>(
    part: string,
    read: () => Promise<State>,
    holds: (state: State) => boolean,
    format: (state: State) => string,
    timeoutMs: number,
  ): Promise<State> {
    const describeState = (last: State | undefined) =>
      `the tray ${part} is not as expected. Last seen:\n${last === undefined ? "nothing" : format(last)}`;
    return waitUntil({ read, holds, subscribe: (recheck) => this.onChange(recheck), describeState, timeoutMs });
  }

  async #menuItem(label: string): Promise<MenuItem> {
    // The icon may arrive before its menu.
    const menu = await this.waitForMenu((menu) => menu.length > 0);
    const item = findByLabel(menu, label);
    if (!item) throw new Error(`The tray menu has no "${label}":\n${formatMenu(menu)}`);
    return item;
  }

  async #sendClick(item: MenuItem): Promise<number> {
    const address = await this.#menuAddress();
    const sentAtMs = performance.now();
    await sendMenuClick(this.#connection, address, item.id);
    return sentAtMs;
  }

  async #menuAddress(): Promise<MenuAddress> {
    return { destination: this.#busName, path: (await this.#properties()).menuPath };
  }

  async #properties(): Promise<ItemProperties> {
    return readItemProperties(this.#connection, this.#address());
  }

  #address() {
    if (this.#gone) throw new Error("The tray item is gone: its app has left the bus.");
    return { destination: this.#busName, path: this.#path };
  }
}

function asJson(state: unknown): string {
  return JSON.stringify(state);
}
