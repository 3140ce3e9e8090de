import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { changesWith, DEFAULT_TIMEOUT_MS, waitUntil } from "../../desktop-lab/process/condition.ts";
import { DesktopProcess } from "../../desktop-lab/process/desktop-process.ts";

/** Starts a program that offers a service. Resolves when the program owns that name on the session bus. */
export async function startBusService(
  name: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<DesktopProcess> {
  const connection = await BusConnection.open(env.DBUS_SESSION_BUS_ADDRESS ?? "");
  try {
    const events = new EventEmitter<{ change: [] }>();
    await connection.watchOwners(() => events.emit("change"));
    const service = await DesktopProcess.start(command, args, { env });
    const owned = waitUntil({
      read: () => connection.hasOwner(name),
      holds: Boolean,
      subscribe: changesWith(events, "change"),
      describeState: () => `${name} has no owner`,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
    await service.untilReady(owned, `owning ${name}`);
    return service;
  } finally {
    connection.close();
  }
}

/** The command of a D-Bus service, from the system's service file: its path differs between systems. */
export function busServiceCommand(name: string): string {
  const file = `/usr/share/dbus-1/services/${name}.service`;
  const command = /^Exec=(\S+)$/m.exec(readFileSync(file, "utf8"))?.[1];
  if (command === undefined) throw new Error(`${file} has no Exec line without arguments.`);
  return command;
}
