import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BusConnection } from "../bus/bus-connection.ts";
import { DesktopProcess } from "../process/desktop-process.ts";

export interface SessionBus {
  readonly address: string;
  readonly process: DesktopProcess;
}

/** Starts a D-Bus daemon with its socket in `folder`. It starts services of `addService` only. */
export async function startSessionBus(folder: string, env: NodeJS.ProcessEnv): Promise<SessionBus> {
  mkdirSync(servicesIn(folder), { recursive: true, mode: 0o700 });
  const configFile = join(folder, "session.conf");
  writeFileSync(configFile, configuration(join(folder, "socket"), servicesIn(folder)));
  const daemon = await DesktopProcess.start(
    "dbus-daemon",
    [`--config-file=${configFile}`, "--nofork", "--nopidfile", "--print-address=1"],
    { env },
  );
  return { address: await daemon.line(1, /^unix:/), process: daemon };
}

/** Makes the bus that was started in `folder` run the command when a program calls the name. */
export async function addService(
  { folder, address }: { readonly folder: string; readonly address: string },
  name: string,
  command: string,
): Promise<void> {
  writeFileSync(join(servicesIn(folder), `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${command}\n`);
  const connection = await BusConnection.open(address);
  await connection.call({
    destination: "org.freedesktop.DBus",
    path: "/org/freedesktop/DBus",
    interface: "org.freedesktop.DBus",
    member: "ReloadConfig",
  });
  connection.close();
}

function servicesIn(folder: string): string {
  return join(folder, "services");
}

function configuration(socket: string, services: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <servicedir>${services}</servicedir>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}
