import type { EventEmitter } from "node:events";
import { Message, type MessageBus, MessageType, sessionBus } from "@jellybrick/dbus-next";
import * as v from "valibot";
import type { DesktopServices } from "./desktop-services.ts";
import { isScreenLock, screenLockRules } from "./linux-screen-lock.ts";

const bus = { destination: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus" };
const watcher = {
  destination: "org.kde.StatusNotifierWatcher",
  path: "/StatusNotifierWatcher",
  interface: "org.freedesktop.DBus.Properties",
};
const notifications = "org.freedesktop.Notifications";
/** A service that takes longer counts as missing. */
const answerWithinMs = 1_000;

const withoutBus: DesktopServices = {
  hasTrayHost: async () => false,
  hasNotificationServer: async () => false,
  onTrayHostChanged: () => {},
  onScreenLocked: () => {},
};

/** Connects to the session's D-Bus. Without a bus, all services count as missing. */
export async function createLinuxServices(): Promise<DesktopServices> {
  const connection = await connect();
  return connection ? new BusServices(connection) : withoutBus;
}

function connect(): Promise<MessageBus | undefined> {
  return new Promise((resolve) => {
    // The bus may accept the connection and then stay silent.
    setTimeout(() => resolve(undefined), answerWithinMs).unref();
    try {
      const connection = sessionBus();
      // The library's types omit these events. A later error means that the bus has gone, with all of its services.
      (connection as EventEmitter).on("error", () => resolve(undefined));
      (connection as EventEmitter).once("connect", () => resolve(connection));
    } catch {
      // The bus address is missing or malformed.
      resolve(undefined);
    }
  });
}

class BusServices implements DesktopServices {
  constructor(private readonly connection: MessageBus) {}

  async hasTrayHost(): Promise<boolean> {
    if (!(await this.#owns(watcher.destination))) return false;
    const question = { ...watcher, member: "Get", signature: "ss" };
    const answer = await this.#call({ ...question, body: [watcher.destination, "IsStatusNotifierHostRegistered"] });
    const parsed = v.safeParse(v.tuple([v.object({ value: v.boolean() })]), answer);
    return parsed.success && parsed.output[0].value;
  }

  async hasNotificationServer(): Promise<boolean> {
    if (await this.#owns(notifications)) return true;
    const parsed = v.safeParse(
      v.tuple([v.array(v.string())]),
      await this.#call({ ...bus, member: "ListActivatableNames" }),
    );
    return parsed.success && parsed.output[0].includes(notifications);
  }

  onTrayHostChanged(listener: () => void): void {
    const rules = [
      `type='signal',sender='${bus.destination}',member='NameOwnerChanged',arg0='${watcher.destination}'`,
      `type='signal',interface='${watcher.destination}',member='StatusNotifierHostRegistered'`,
      `type='signal',interface='${watcher.destination}',member='StatusNotifierHostUnregistered'`,
    ];
    this.#watch(rules, ({ member }) => {
      if (member === "NameOwnerChanged" || member?.startsWith("StatusNotifierHost")) listener();
    });
  }

  onScreenLocked(listener: () => void): void {
    this.#watch(screenLockRules, (signal) => {
      if (isScreenLock(signal)) listener();
    });
  }

  /** Each listener gets the signals of all rules, because the bus does not say which rule matched. */
  #watch(rules: readonly string[], listener: (signal: Message) => void): void {
    this.connection.on("message", (message) => {
      if (message.type === MessageType.SIGNAL) listener(message);
    });
    for (const rule of rules) void this.#call({ ...bus, member: "AddMatch", signature: "s", body: [rule] });
  }

  async #owns(name: string): Promise<boolean> {
    const parsed = v.safeParse(
      v.tuple([v.boolean()]),
      await this.#call({ ...bus, member: "NameHasOwner", signature: "s", body: [name] }),
    );
    return parsed.success && parsed.output[0];
  }

  /** Calls a method and returns the reply's body; `undefined` on an error or after one second. */
  async #call(question: ConstructorParameters<typeof Message>[0]): Promise<unknown> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), answerWithinMs);
    });
    const answered = this.connection.call(new Message(question)).then(
      (reply) => reply?.body,
      () => undefined,
    );
    const body = await Promise.race([answered, late]);
    clearTimeout(timer);
    return body;
  }
}
