import * as v from "valibot";
import { electronBinary } from "../../desktop-lab/app/electron-binary.ts";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { variantOf } from "../../desktop-lab/bus/bus-values.ts";
import { CleanupStack } from "../../desktop-lab/process/cleanup-stack.ts";
import { DesktopProcess } from "../../desktop-lab/process/desktop-process.ts";
import { findByLabel, readMenu, sendMenuClick } from "../../desktop-lab/tray/dbus-menu.ts";
import { DEFAULT_ITEM_PATH, WATCHER, WATCHER_PATH } from "../../desktop-lab/tray/status-notifier.ts";
import type { TrayItem } from "../../desktop-lab/tray/tray-item.ts";
import { readItemProperties } from "../../desktop-lab/tray/tray-item-properties.ts";
import { treeCpuMs } from "./proc/cpu-time.ts";
import type { Subject } from "./subject.ts";

const BUS = { destination: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus" };

/** A subject from its start on, seen from outside only. */
export class RunningSubject {
  readonly item: TrayItem;
  readonly pid: number;
  /** On the clock of `performance.now()`. */
  readonly startedAtMs: number;
  /** From the start to the icon on the bus. */
  readonly iconMs: number;
  /** Of the whole tree, until the icon is on the bus. */
  readonly cpuToIconMs: number;
  readonly #bus: BusConnection;
  readonly #busName: string;
  readonly #cleanups: CleanupStack;

  private constructor(bus: BusConnection, busName: string, start: Start, cleanups: CleanupStack) {
    this.#bus = bus;
    this.#busName = busName;
    this.item = start.item;
    this.pid = start.pid;
    this.startedAtMs = start.startedAtMs;
    this.iconMs = start.iconMs;
    this.cpuToIconMs = start.cpuToIconMs;
    this.#cleanups = cleanups;
  }

  static async start({ desktop, args, env }: Subject): Promise<RunningSubject> {
    const cleanups = new CleanupStack();
    return cleanups.cleanUpOnError(async () => {
      const bus = cleanups.adopt(await BusConnection.open(desktop.busAddress), (connection) => connection.close());
      const binary = electronBinary();
      const startedAtMs = performance.now();
      const process = cleanups.adopt(await DesktopProcess.start(binary, args, { env }), (started) => started.end());
      const item = await process.untilReady(desktop.trayHost.nextItem(), "an icon");
      const iconMs = performance.now() - startedAtMs;
      // Before the bus is asked for anything: what the subject does meanwhile is no part of its way to the icon.
      const cpuToIconMs = treeCpuMs(process.pid);
      const busName = await lastRegistered(bus);
      const pid = await processId(bus, busName);
      return new RunningSubject(bus, busName, { item, pid, startedAtMs, iconMs, cpuToIconMs }, cleanups);
    });
  }

  /** Clicks in the menu; when the click was sent, on the clock of `performance.now()`. Rejects if it is not offered. */
  async click(label: string): Promise<number> {
    const item = { destination: this.#busName, path: DEFAULT_ITEM_PATH };
    const address = { destination: this.#busName, path: (await readItemProperties(this.#bus, item)).menuPath };
    const found = findByLabel(await readMenu(this.#bus, address), label);
    if (!found?.enabled) throw new Error(`The menu does not offer "${label}".`);
    const sentAtMs = performance.now();
    await sendMenuClick(this.#bus, address, found.id);
    return sentAtMs;
  }

  end(): Promise<void> {
    return this.#cleanups.run();
  }
}

type Start = Pick<RunningSubject, "item" | "pid" | "startedAtMs" | "iconMs" | "cpuToIconMs">;

async function lastRegistered(bus: BusConnection): Promise<string> {
  const body = await bus.call({
    destination: WATCHER,
    path: WATCHER_PATH,
    interface: "org.freedesktop.DBus.Properties",
    member: "Get",
    signature: "ss",
    body: [WATCHER, "RegisteredStatusNotifierItems"],
  });
  const [names] = v.parse(v.tuple([variantOf(v.array(v.string()))]), body);
  const last = names.at(-1);
  if (last === undefined) throw new Error("The icon has gone again.");
  return last;
}

async function processId(bus: BusConnection, busName: string): Promise<number> {
  const body = await bus.call({ ...BUS, member: "GetConnectionUnixProcessID", signature: "s", body: [busName] });
  return v.parse(v.tuple([v.number()]), body)[0];
}
