import type { EventEmitter } from "node:events";
import { Message, type MessageBus, MessageType, sessionBus } from "@jellybrick/dbus-next";
import * as v from "valibot";

const bus = { destination: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus" };
const properties = "org.freedesktop.DBus.Properties";

/** A service that takes longer counts as missing. */
const answerWithinMs = 1_000;

/** libdbus waits this long for a reply, so that the bus has time to start the service. */
export const patientAnswerMs = 25_000;

/** An object of a service on the bus. */
export interface BusAddress {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
}

/** A method call, without its answer. */
export type MethodCall = BusAddress & {
  readonly member: string;
  readonly signature?: string;
  readonly body?: unknown[];
};

/**
 * A connection to the desktop session's D-Bus. At login the bus may be slow: calls wait for it. Calls never throw, and all but
 * `send` take no longer than a second if the caller sets no other limit.
 */
export class SessionBus {
  readonly #connection: MessageBus | undefined = openConnection();
  /** False if there is no bus. Pending while the bus has accepted the connection and stays silent. */
  readonly #isConnected: Promise<boolean>;
  #isLate = false;

  constructor() {
    // The library's types omit these events. A later error means that the bus has gone, with all of its services.
    const events = this.#connection as EventEmitter | undefined;
    this.#isConnected = new Promise((resolve) => {
      events?.on("error", () => resolve(false));
      events?.once("connect", () => resolve(true));
      if (!events) resolve(false);
    });
    setTimeout(() => {
      this.#isLate = true;
    }, answerWithinMs).unref();
  }

  /** Calls back when the bus connects after more than a second, when earlier calls have failed. */
  onLateConnection(listener: () => void): void {
    void this.#isConnected.then((isConnected) => {
      if (isConnected && this.#isLate) listener();
    });
  }

  /** Calls a method and waits for the reply without a limit; `undefined` on an error, also when the service leaves the bus. */
  async send(call: MethodCall): Promise<Message | undefined> {
    if (!(await this.#isConnected)) return undefined;
    try {
      return (await this.#connection?.call(new Message(call))) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Calls a method and parses the reply's body; `undefined` on an error, a body of another form, or after `withinMs`. */
  async call<Schema extends v.GenericSchema>(
    call: MethodCall,
    schema: Schema,
    withinMs = answerWithinMs,
  ): Promise<v.InferOutput<Schema> | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), withinMs);
    });
    const reply = await Promise.race([this.send(call), late]);
    clearTimeout(timer);
    return parsedBody(reply, schema);
  }

  /** Reads a property; `undefined` as for `call`. */
  async property<Schema extends v.GenericSchema>(
    { destination, path, interface: owner }: BusAddress,
    name: string,
    schema: Schema,
  ): Promise<v.InferOutput<Schema> | undefined> {
    const get = { destination, path, interface: properties, member: "Get", signature: "ss", body: [owner, name] };
    const variant = await this.call(get, v.tuple([v.object({ value: schema })]));
    return variant?.[0].value;
  }

  /** True if a program owns the name. */
  async hasOwner(name: string): Promise<boolean> {
    const owned = await this.call(this.#named("NameHasOwner", name), v.tuple([v.boolean()]));
    return owned?.[0] === true;
  }

  /**
   * True if the name belongs to this process. The bus's own process id for our connection is the reference, because behind
   * a proxy, as in a Flatpak, it differs from `process.pid`.
   */
  async isOwnProcess(name: string): Promise<boolean> {
    const [own, other] = await Promise.all([this.#processId(this.#connection?.name ?? ""), this.#processId(name)]);
    return own !== undefined && own === other;
  }

  /** Calls back for each signal that matches one of the rules, and perhaps for others: the bus does not say which rule matched. */
  watch(rules: readonly string[], listener: (signal: Message) => void): void {
    this.#connection?.on("message", (message) => {
      if (message.type === MessageType.SIGNAL) listener(message);
    });
    for (const rule of rules) void this.call(this.#named("AddMatch", rule), v.unknown());
  }

  /** Calls back when the name gets another owner, or none. */
  onOwnerChanged(name: string, listener: () => void): void {
    const rule = `type='signal',sender='${bus.destination}',member='NameOwnerChanged',arg0='${name}'`;
    this.watch([rule], ({ member, body }) => {
      if (member === "NameOwnerChanged" && body[0] === name) listener();
    });
  }

  async #processId(name: string): Promise<number | undefined> {
    const id = await this.call(this.#named("GetConnectionUnixProcessID", name), v.tuple([v.number()]));
    return id?.[0];
  }

  #named(member: string, name: string) {
    return { ...bus, member, signature: "s", body: [name] };
  }
}

/** `undefined` if the bus address is missing or malformed. */
function openConnection(): MessageBus | undefined {
  try {
    return sessionBus();
  } catch {
    return undefined;
  }
}

/** The arguments of a reply; `undefined` without a reply or if they have another form. */
export function parsedBody<Schema extends v.GenericSchema>(
  reply: Message | undefined,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  const parsed = v.safeParse(schema, reply?.body);
  return parsed.success ? parsed.output : undefined;
}
