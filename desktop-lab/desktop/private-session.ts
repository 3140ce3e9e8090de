import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startKeyring } from "../keyring/keyring.ts";
import { CleanupStack } from "../process/cleanup-stack.ts";
import { hasErrorCode } from "../process/error-code.ts";
import { onProcessExit } from "../process/exit-hook.ts";
import { createEnvironment } from "./environment.ts";
import { startSessionBus } from "./session-bus.ts";

export interface PrivateSession {
  /** A temporary folder that only this user can read, for all files of the session. */
  readonly folder: string;
  /** The whole environment of a program in this session; nothing in it leads to the user's own session. */
  readonly env: Readonly<Record<string, string>>;
  readonly busAddress: string;
  /**
   * Ends all that the session started and removes its files; end your apps before, as they would go on writing. Also
   * happens when this process ends.
   */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a D-Bus session with a home and, unless told otherwise, an unlocked keyring of its own; without the keyring no
 * Secret Service can be reached. Rejects, with nothing left behind, if a part does not come up.
 */
export async function startPrivateSession({ keyring = true } = {}): Promise<PrivateSession> {
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const folder = cleanups.adopt(createFolder(), ({ remove }) => remove()).path;
    const home = createEnvironment(folder);
    const bus = cleanups.adopt(await startSessionBus(join(folder, "bus"), home), ({ process }) => process.end());
    // Chromium asks the system bus for power and networks, and complains if there is none.
    const env = { ...home, DBUS_SESSION_BUS_ADDRESS: bus.address, DBUS_SYSTEM_BUS_ADDRESS: bus.address };
    if (keyring) cleanups.adopt(await startKeyring(bus.address, env), (daemon) => daemon.end());
    return { folder, env, busAddress: bus.address, stop: () => cleanups.run() };
  });
}

function createFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "private-session-"));
  const callOff = onProcessExit(() => removeFolder(path));
  const remove = () => {
    callOff();
    removeFolder(path);
  };
  return { path, remove };
}

/** Begins again when a program that is just ending has put new files where all were gone. */
function removeFolder(path: string): void {
  for (let attemptsLeft = 5; existsSync(path); attemptsLeft -= 1) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 2 });
    } catch (error) {
      if (attemptsLeft === 0 || !hasErrorCode(error, "ENOTEMPTY")) throw error;
    }
  }
}
