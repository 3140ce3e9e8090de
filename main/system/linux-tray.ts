import * as v from "valibot";
import type { TrayState } from "./desktop-services.ts";
import type { SessionBus } from "./session-bus.ts";

const name = "org.kde.StatusNotifierWatcher";
const watcher = { destination: name, path: "/StatusNotifierWatcher", interface: name };
const itemInterface = "org.kde.StatusNotifierItem";
const usualItemPath = "/StatusNotifierItem";

/** The tray of a Linux desktop: a StatusNotifierItem host, and whether it has our icon. */
export class LinuxTray {
  constructor(private readonly bus: SessionBus) {}

  async state(): Promise<TrayState> {
    if (!(await this.bus.hasOwner(name))) return "none";
    if (!(await this.bus.property(watcher, "IsStatusNotifierHostRegistered", v.boolean()))) return "none";
    const items = await this.bus.property(watcher, "RegisteredStatusNotifierItems", v.array(v.string()));
    for (const item of items ?? []) if (await this.#isOurs(item)) return "shown";
    return "unregistered";
  }

  /** Calls back when a tray host or an item may have come or gone; `isNewHost` tells the first from the second. */
  onChanged(listener: (isNewHost: boolean) => void): void {
    const rules = [
      `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${name}'`,
      `type='signal',interface='${name}'`,
    ];
    this.bus.watch(rules, (signal) => {
      const isOwner = signal.member === "NameOwnerChanged" && signal.body[0] === name;
      if (isOwner || signal.interface === name) listener(isOwner || signal.member === "StatusNotifierHostRegistered");
    });
  }

  /** True if the item belongs to this process and answers. Some Electrons register an item that does not (electron/electron#53138). */
  async #isOurs(item: string): Promise<boolean> {
    const { destination, path } = itemAddress(item);
    if (!(await this.bus.isOwnProcess(destination))) return false;
    const id = await this.bus.property({ destination, path, interface: itemInterface }, "Id", v.string());
    return id !== undefined;
  }
}

/** Reads a watcher's entry: "name", "name/path" (KDE) or "name@/path" (GNOME's AppIndicator extension). */
export function itemAddress(item: string): { readonly destination: string; readonly path: string } {
  const [, destination = item, path = usualItemPath] = /^([^/@]+)@?(\/.*)?$/.exec(item) ?? [];
  return { destination, path };
}
