import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DesktopProcess } from "../process/desktop-process.ts";

export interface SessionBus {
  readonly address: string;
  readonly process: DesktopProcess;
}

/**
 * Starts a D-Bus daemon with its socket in `folder`. The daemon reads no service files, so it starts no service by itself.
 */
export async function startSessionBus(folder: string, env: NodeJS.ProcessEnv): Promise<SessionBus> {
  mkdirSync(folder, { mode: 0o700 });
  const configFile = join(folder, "session.conf");
  writeFileSync(configFile, configuration(join(folder, "socket")));
  const daemon = await DesktopProcess.start(
    "dbus-daemon",
    [`--config-file=${configFile}`, "--nofork", "--nopidfile", "--print-address=1"],
    { env },
  );
  return { address: await daemon.line(1, /^unix:/), process: daemon };
}

function configuration(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}
