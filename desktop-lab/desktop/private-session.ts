import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startKeyring } from "../keyring/keyring.ts";
import { CleanupStack } from "../process/cleanup-stack.ts";
import { hasErrorCode } from "../process/error-code.ts";
import { onProcessExit } from "../process/exit-hook.ts";
import { createEnvironment } from "./environment.ts";
import { addService, startSessionBus } from "./session-bus.ts";

export interface PrivateSession {
  /** A temporary folder that only this user can read, for all files of the session. */
  readonly folder: string;
  /** The whole environment of programs in this session. Nothing in it leads to the user's own session. */
  readonly env: Readonly<Record<string, string>>;
  readonly busAddress: string;
  /** Makes the bus run the command when a program calls the name. */
  readonly addService: (name: string, command: string) => Promise<void>;
  /**
   * Ends the session's programs and removes its files. End your apps first: they would go on writing. Also runs when this process
   * exits.
   */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a D-Bus session with its own home and an unlocked keyring. Without the keyring, no Secret Service can be reached. If a
 * part does not start, stops the others and rejects.
 */
export async function startPrivateSession({ keyring = true } = {}): Promise<PrivateSession> {
  const cleanups = new CleanupStack();
  return cleanups.cleanUpOnError(async () => {
    const folder = cleanups.adopt(createFolder(), ({ remove }) => remove()).path;
    const home = createEnvironment(folder);
    const busFolder = join(folder, "bus");
    const bus = cleanups.adopt(await startSessionBus(busFolder, home), ({ process }) => process.end());
    // Chromium asks the system bus about power and networks, and logs errors if there is none.
    const env = { ...home, DBUS_SESSION_BUS_ADDRESS: bus.address, DBUS_SYSTEM_BUS_ADDRESS: bus.address };
    if (keyring) cleanups.adopt(await startKeyring(bus.address, env), (daemon) => daemon.end());
    return {
      folder,
      env,
      busAddress: bus.address,
      addService: (name, command) => addService({ folder: busFolder, address: bus.address }, name, command),
      stop: () => cleanups.run(),
    };
  });
}

function createFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "private-session-"));
  const removeHook = onProcessExit(() => removeFolder(path));
  const remove = () => {
    removeHook();
    removeFolder(path);
  };
  return { path, remove };
}

/** Tries again if a program that is still ending adds files meanwhile. */
function removeFolder(path: string): void {
  for (let attemptsLeft = 5; existsSync(path); attemptsLeft -= 1) {
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 2 });
    } catch (error) {
      if (attemptsLeft === 0 || !hasErrorCode(error, "ENOTEMPTY")) throw error;
    }
  }
}
