import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { SlowBus } from "../../../desktop-lab/bus/slow-bus.ts";
import { startSessionBus } from "../../../desktop-lab/desktop/session-bus.ts";
import { SessionBus } from "../../../main/system/session-bus.ts";

test.runIf(process.platform === "linux")("a bus that is slow at login is used once it answers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bus-"));
  const daemon = await startSessionBus(folder, process.env);
  const slow = await SlowBus.start(daemon.address);
  vi.stubEnv("DBUS_SESSION_BUS_ADDRESS", slow.address);
  try {
    const bus = new SessionBus();
    const onLate = vi.fn();
    bus.onLateConnection(onLate);
    expect(await bus.hasOwner("org.freedesktop.DBus")).toBe(false);
    expect(onLate).not.toHaveBeenCalled();
    slow.resume();
    await vi.waitFor(() => expect(onLate).toHaveBeenCalledTimes(1));
    expect(await bus.hasOwner("org.freedesktop.DBus")).toBe(true);
  } finally {
    vi.unstubAllEnvs();
    slow.close();
    await daemon.process.end();
    rmSync(folder, { recursive: true });
  }
});
