import * as v from "valibot";
import type { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { WATCHER } from "../../desktop-lab/tray/status-notifier.ts";
import type { TrayItem } from "../../desktop-lab/tray/tray-item.ts";
import { TrayItems } from "../../desktop-lab/tray/tray-items.ts";

/** Xfce's panel joins bus name and path: ":1.23/StatusNotifierItem". */
const registeredSchema = v.tuple([v.pipe(v.string(), v.regex(/^:[\d.]+\/\w/))]);

/** The panel's tray, as another program sees it over D-Bus. */
export class PanelTray {
  readonly #items: TrayItems;

  private constructor(items: TrayItems) {
    this.#items = items;
  }

  static async watch(connection: BusConnection): Promise<PanelTray> {
    const items = await TrayItems.watch(connection);
    await connection.watch({ interface: WATCHER, member: "StatusNotifierItemRegistered" }, ({ body }) => {
      const [item] = v.parse(registeredSchema, body);
      const pathStart = item.indexOf("/");
      items.add(item.slice(0, pathStart), item.slice(pathStart));
    });
    return new PanelTray(items);
  }

  /** Waits for an item. Returns each one once, the oldest first. */
  nextItem(timeoutMs?: number): Promise<TrayItem> {
    return this.#items.next(timeoutMs);
  }
}
