import * as v from "valibot";
import type { TrayState } from "./desktop-services.ts";
import type { SessionBus } from "./session-bus.ts";
import type { XembedTray } from "./xembed-tray.ts";

const name = "org.kde.StatusNotifierWatcher";
const watcher = { destination: name, path: "/StatusNotifierWatcher", interface: name };
const itemInterface = "org.kde.StatusNotifierItem";
const usualItemPath = "/StatusNotifierItem";

/** The tray of a Linux desktop: a StatusNotifier host, or else an XEmbed tray. */
export class LinuxTray {
  constructor(
    private readonly bus: SessionBus,
    private readonly xembed: XembedTray,
  ) {}

  async state(): Promise<TrayState> {
    if (await hasHost(this.bus)) return { host: "status-notifier", shown: await showsOurIcon(this.bus) };
    if (await this.xembed.isThere()) return { host: "xembed", shown: true };
    return { host: "none", shown: false };
  }

  /** Calls back when a tray host or an item may have come or gone; `isNewHost` tells the first from the second. */
  onChanged(listener: (isNewHost: boolean) => void): void {
    void this.xembed.watch(() => listener(true));
    this.bus.onLateConnection(() => listener(true));
    const rules = [
      `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${name}'`,
      `type='signal',interface='${name}'`,
    ];
    this.bus.watch(rules, (signal) => {
      const isOwner = signal.member === "NameOwnerChanged" && signal.body[0] === name;
      if (isOwner || signal.interface === name) listener(isOwner || signal.member === "StatusNotifierHostRegistered");
    });
  }
}

async function hasHost(bus: SessionBus): Promise<boolean> {
  const isRegistered = async () => bus.property(watcher, "IsStatusNotifierHostRegistered", v.boolean());
  return (await bus.hasOwner(name)) && (await isRegistered()) === true;
}

async function showsOurIcon(bus: SessionBus): Promise<boolean> {
  const items = await bus.property(watcher, "RegisteredStatusNotifierItems", v.array(v.string()));
  for (const item of items ?? []) if (await isOurs(bus, item)) return true;
  return false;
}

/** True if the item belongs to this process and answers. Electron 43.3 registers one that does not (electron/electron#53138). */
async function isOurs(bus: SessionBus, item: string): Promise<boolean> {
  const { destination, path } = itemAddress(item);
  if (!(await bus.isOwnProcess(destination))) return false;
  return (await bus.property({ destination, path, interface: itemInterface }, "Id", v.string())) !== undefined;
}

/** Reads a watcher's entry: "name", "name/path" (KDE) or "name@/path" (GNOME's AppIndicator extension). */
export function itemAddress(item: string): { readonly destination: string; readonly path: string } {
  const [, destination = item, path = usualItemPath] = /^([^/@]+)@?(\/.*)?$/.exec(item) ?? [];
  return { destination, path };
}
