import { readFileSync } from "node:fs";
import { BusConnection } from "../../desktop-lab/bus/bus-connection.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "../../desktop-lab/process/condition.ts";
import { DesktopProcess } from "../../desktop-lab/process/desktop-process.ts";

/** Starts a program that offers a service, and resolves when its name is on the session bus. */
export async function startBusService(
  name: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<DesktopProcess> {
  const connection = await BusConnection.open(env.DBUS_SESSION_BUS_ADDRESS ?? "");
  try {
    let recheck = () => {};
    await connection.watchOwners(() => recheck());
    const service = await DesktopProcess.start(command, args, { env });
    const owned = waitUntil({
      read: () => connection.hasOwner(name),
      holds: Boolean,
      subscribe: (listener) => {
        recheck = listener;
        return () => {
          recheck = () => {};
        };
      },
      describeState: () => `nobody owns ${name}`,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
    await service.untilReady(owned, `owning ${name}`);
    return service;
  } finally {
    connection.close();
  }
}

/** The program that a D-Bus daemon of the system would start for that name; its path differs between systems. */
export function busServiceCommand(name: string): string {
  const file = `/usr/share/dbus-1/services/${name}.service`;
  const command = /^Exec=(\S+)$/m.exec(readFileSync(file, "utf8"))?.[1];
  if (command === undefined) throw new Error(`${file} has no Exec line without arguments.`);
  return command;
}
