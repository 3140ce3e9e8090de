import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import * as v from "valibot";
import { BusConnection } from "./bus-connection.ts";
import { readFlag } from "./bus-values.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "./condition.ts";
import { DesktopProcess } from "./process.ts";

const SECRETS = "org.freedesktop.secrets";
const SERVICE_PATH = "/org/freedesktop/secrets";
const NO_COLLECTION = "/";

type State = "no service" | "no default collection" | "locked" | "unlocked";

/** Starts a keyring of its own, unlocked; resolves when secrets can be stored. */
export async function startKeyring(busAddress: string, env: NodeJS.ProcessEnv): Promise<DesktopProcess> {
  const connection = await BusConnection.open(busAddress);
  try {
    const events = new EventEmitter<{ change: [] }>();
    await connection.watchOwners(() => events.emit("change"));
    await connection.watch({ path: SERVICE_PATH }, () => events.emit("change"));
    const daemon = await DesktopProcess.start(
      "gnome-keyring-daemon",
      ["--foreground", "--unlock", "--components=secrets"],
      { env, input: randomBytes(16).toString("hex") },
    );
    const unlocked = waitUntil<State>({
      read: () => readState(connection),
      holds: (state) => state === "unlocked",
      subscribe: (recheck) => {
        events.on("change", recheck);
        return () => events.off("change", recheck);
      },
      describe: (last) => `the keyring is not ready: ${last}`,
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
    await daemon.untilReady(unlocked, "an unlocked keyring");
    return daemon;
  } finally {
    connection.close();
  }
}

async function readState(connection: BusConnection): Promise<State> {
  if (!(await connection.hasOwner(SECRETS))) return "no service";
  const service = { destination: SECRETS, path: SERVICE_PATH, interface: "org.freedesktop.Secret.Service" };
  const [collection] = await connection.call({ ...service, member: "ReadAlias", signature: "s", body: ["default"] });
  if (collection === NO_COLLECTION) return "no default collection";
  const path = v.parse(v.string(), collection);
  const owner = { destination: SECRETS, path, interface: "org.freedesktop.Secret.Collection" };
  return (await readFlag(connection, owner, "Locked")) ? "locked" : "unlocked";
}
