import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { Variant } from "@jellybrick/dbus-next";
import * as v from "valibot";
import { BusConnection } from "../bus/bus-connection.ts";
import { readFlag } from "../bus/bus-values.ts";
import { changesWith, DEFAULT_TIMEOUT_MS, waitUntil } from "../process/condition.ts";
import { DesktopProcess } from "../process/desktop-process.ts";

const SECRETS = "org.freedesktop.secrets";
const SERVICE_PATH = "/org/freedesktop/secrets";
const SERVICE = { destination: SECRETS, path: SERVICE_PATH, interface: "org.freedesktop.Secret.Service" };
const NO_COLLECTION = "/";

type State = "no service" | "no default collection" | "locked" | "unlocked";

/**
 * Starts an unlocked keyring with the secrets in the session's home. Resolves when secrets can be stored. A keyring that exists
 * already needs the password that it was created with.
 */
export async function startKeyring(
  busAddress: string,
  env: NodeJS.ProcessEnv,
  password = randomBytes(16).toString("hex"),
): Promise<DesktopProcess> {
  const connection = await BusConnection.open(busAddress);
  try {
    const events = new EventEmitter<{ change: [] }>();
    await connection.watchOwners(() => events.emit("change"));
    await connection.watch({ path: SERVICE_PATH }, () => events.emit("change"));
    const daemon = await DesktopProcess.start(
      "gnome-keyring-daemon",
      ["--foreground", "--unlock", "--components=secrets"],
      { env, input: password },
    );
    const unlocked = waitUntil<State>({
      read: () => readState(connection),
      holds: (state) => state === "unlocked",
      subscribe: changesWith(events, "change"),
      describeState: (last) => `the keyring is not ready: ${last}`,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
    await daemon.untilReady(unlocked, "an unlocked keyring");
    return daemon;
  } finally {
    connection.close();
  }
}

/** Locks the default keyring as a desktop does. Resolves when its secrets need the password again. */
export async function lockKeyring(busAddress: string): Promise<void> {
  await withCollection(busAddress, async (connection, collection) => {
    await connection.call({ ...SERVICE, member: "Lock", signature: "ao", body: [[collection]] });
  });
}

/** Unlocks the default keyring as a desktop login does, without a prompt. */
export async function unlockKeyring(busAddress: string, password: string): Promise<void> {
  await withCollection(busAddress, async (connection, collection) => {
    const [, session] = await connection.call({
      ...SERVICE,
      member: "OpenSession",
      signature: "sv",
      body: ["plain", new Variant("s", "")],
    });
    await connection.call({
      ...SERVICE,
      interface: "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
      member: "UnlockWithMasterPassword",
      signature: "o(oayays)",
      body: [collection, [session, Buffer.alloc(0), Buffer.from(password), "text/plain"]],
    });
  });
}

async function withCollection(
  busAddress: string,
  use: (connection: BusConnection, collection: string) => Promise<void>,
): Promise<void> {
  const connection = await BusConnection.open(busAddress);
  try {
    await use(connection, await defaultCollection(connection));
  } finally {
    connection.close();
  }
}

async function defaultCollection(connection: BusConnection): Promise<string> {
  const [collection] = await connection.call({ ...SERVICE, member: "ReadAlias", signature: "s", body: ["default"] });
  return v.parse(v.string(), collection);
}

async function readState(connection: BusConnection): Promise<State> {
  if (!(await connection.hasOwner(SECRETS))) return "no service";
  const path = await defaultCollection(connection);
  if (path === NO_COLLECTION) return "no default collection";
  const owner = { destination: SECRETS, path, interface: "org.freedesktop.Secret.Collection" };
  return (await readFlag(connection, owner, "Locked")) ? "locked" : "unlocked";
}
