import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { BusConnection } from "../../../desktop-lab/bus/bus-connection.ts";
import { SlowBus } from "../../../desktop-lab/bus/slow-bus.ts";
import { startSessionBus } from "../../../desktop-lab/desktop/session-bus.ts";
import { CleanupStack } from "../../../desktop-lab/process/cleanup-stack.ts";
import { KWallet } from "../../../main/system/kwallet.ts";
import { SecretService } from "../../../main/system/secret-service.ts";
import { SessionBus } from "../../../main/system/session-bus.ts";

/** A keyring that takes the name of each service, and never answers a call. */
async function startSilentKeyring(busAddress: string): Promise<BusConnection> {
  const connection = await BusConnection.open(busAddress);
  connection.answer(() => new Promise(() => {}));
  for (const name of ["org.freedesktop.secrets", "org.kde.kwalletd6"]) await connection.ownName(name);
  return connection;
}

test.runIf(process.platform === "linux").each([
  ["a Secret Service", (bus: SessionBus) => new SecretService(bus, "application")],
  ["KWallet", (bus: SessionBus) => new KWallet(bus, "kwalletd6", "application")],
])(
  "%s that never answers counts as closed after 25 seconds, and so does one on a bus that never answers",
  async (_, keyringOn) => {
    const cleanups = new CleanupStack();
    try {
      const folder = mkdtempSync(join(tmpdir(), "bus-"));
      cleanups.adopt(folder, () => rmSync(folder, { recursive: true }));
      const daemon = await startSessionBus(folder, process.env);
      cleanups.adopt(daemon.process, (started) => started.end());
      const slow = cleanups.adopt(await SlowBus.start(daemon.address), (bus) => bus.close());
      cleanups.adopt(await startSilentKeyring(daemon.address), (connection) => connection.close());
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      cleanups.adopt(vi, () => {
        vi.useRealTimers();
        vi.unstubAllEnvs();
      });

      const opened = [daemon.address, slow.address].map((address) => {
        vi.stubEnv("DBUS_SESSION_BUS_ADDRESS", address);
        const answered = vi.fn();
        void keyringOn(new SessionBus()).open(true).then(answered);
        return answered;
      });
      await vi.advanceTimersByTimeAsync(24_000);
      for (const answered of opened) expect(answered).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1_000);
      for (const answered of opened) expect(answered).toHaveBeenCalledExactlyOnceWith(false);
    } finally {
      await cleanups.run();
    }
  },
);
