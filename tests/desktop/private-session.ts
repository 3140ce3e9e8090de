import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EndStack } from "./end-stack.ts";
import { createEnvironment } from "./environment.ts";
import { onProcessExit } from "./exit-hook.ts";
import { killInhabitants } from "./inhabitants.ts";
import { startKeyring } from "./keyring.ts";
import { startSessionBus } from "./session-bus.ts";

export interface PrivateSession {
  /** A temporary folder that only this user can read, for all files of the session. */
  readonly folder: string;
  /** The whole environment of a program in this session; nothing in it leads to the user's own session. */
  readonly env: Readonly<Record<string, string>>;
  readonly busAddress: string;
  /**
   * Ends all that the session started, kills what else still runs with its environment, and removes its files. Also
   * happens when this process ends.
   */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a D-Bus session with a home and, unless told otherwise, an unlocked keyring of its own; without the keyring no
 * Secret Service can be reached. Rejects, with nothing left behind, if a part does not come up.
 */
export async function startPrivateSession({ keyring = true } = {}): Promise<PrivateSession> {
  const ends = new EndStack();
  return ends.guard(async () => {
    const folder = ends.add(createFolder(), ({ remove }) => remove()).path;
    const home = createEnvironment(folder);
    const bus = ends.add(await startSessionBus(join(folder, "bus"), home), ({ process }) => process.end());
    // Chromium asks the system bus for power and networks, and complains if there is none.
    const env = { ...home, DBUS_SESSION_BUS_ADDRESS: bus.address, DBUS_SYSTEM_BUS_ADDRESS: bus.address };
    if (keyring) ends.add(await startKeyring(bus.address, env), (daemon) => daemon.end());
    return { folder, env, busAddress: bus.address, stop: () => ends.end() };
  });
}

function createFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "private-session-"));
  const removeFiles = () => {
    killInhabitants(path);
    // They may need a moment to be gone.
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  const callOff = onProcessExit(removeFiles);
  const remove = () => {
    callOff();
    removeFiles();
  };
  return { path, remove };
}
