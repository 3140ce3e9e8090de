import { type EventEmitter, once } from "node:events";
import {
  DBusError,
  Message,
  type MessageBus,
  MessageFlag,
  MessageType,
  RequestNameReply,
  sessionBus,
} from "@jellybrick/dbus-next";
import { DEFAULT_TIMEOUT_MS, withDeadline } from "../process/condition.ts";

const BUS = { destination: "org.freedesktop.DBus", path: "/org/freedesktop/DBus", interface: "org.freedesktop.DBus" };
const OWNER_CHANGES = { path: BUS.path, interface: BUS.interface, member: "NameOwnerChanged" };

export interface Member {
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: unknown[];
}

export interface Answer {
  readonly signature: string;
  readonly body: unknown[];
}

export interface MethodCall extends Member {
  readonly destination: string;
}

/** Fields that a signal must have to match. */
export interface SignalRule {
  readonly path?: string;
  readonly interface?: string;
  readonly member?: string;
}

/** One client of a D-Bus message bus. */
export class BusConnection {
  readonly #bus: MessageBus;
  #failure: Error | undefined;
  #closed = false;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
    // The library emits this event, but its types omit it.
    (bus as EventEmitter).on("error", (error: Error) => {
      this.#failure = error;
    });
  }

  /** Connects to the bus at that address. Rejects after 10 seconds. */
  static async open(address: string): Promise<BusConnection> {
    const bus = sessionBus({ busAddress: address });
    await withDeadline(once(bus, "connect"), DEFAULT_TIMEOUT_MS, () => `no connection to the bus at ${address}`);
    return new BusConnection(bus);
  }

  get uniqueName(): string {
    if (this.#bus.name === null) throw new Error("The bus gave this connection no name.");
    return this.#bus.name;
  }

  /** Calls the method and returns the body of the reply. Rejects with the callee's error, or after 10 seconds. */
  async call(call: MethodCall): Promise<unknown[]> {
    const reply = await withDeadline(this.send(new Message(call)), DEFAULT_TIMEOUT_MS, () => {
      return `no answer of ${call.destination} to ${call.interface}.${call.member}`;
    });
    return reply?.body ?? [];
  }

  /** Returns the whole reply, or null if the message asks for none. Rejects with the callee's error. Has no deadline. */
  send(message: Message): Promise<Message | null> {
    if (this.#failure) return Promise.reject(this.#failure);
    return this.#bus.call(message);
  }

  emit(signal: Member): void {
    const { path, interface: interfaceName, member, signature, body } = signal;
    this.#bus.send(Message.newSignal(path, interfaceName, member, signature, body));
  }

  /** Calls back for each matching signal once the promise has resolved. */
  async watch(rule: SignalRule, listener: (signal: Message) => void): Promise<void> {
    const wanted = Object.entries(rule) as [keyof SignalRule, string][];
    this.#bus.on("message", (message) => {
      if (message.type === MessageType.SIGNAL && wanted.every(([field, value]) => message[field] === value)) {
        listener(message);
      }
    });
    const match = wanted.map(([field, value]) => `,${field}='${value}'`).join("");
    await this.call({ ...BUS, member: "AddMatch", signature: "s", body: [`type='signal'${match}`] });
  }

  /** Takes the well-known name. Rejects if another connection owns it. */
  async ownName(name: string): Promise<void> {
    const reply = await this.#bus.requestName(name);
    if (reply !== RequestNameReply.PRIMARY_OWNER) throw new Error(`${name} is owned by another connection.`);
  }

  async hasOwner(name: string): Promise<boolean> {
    const [owned] = await this.call({ ...BUS, member: "NameHasOwner", signature: "s", body: [name] });
    return owned === true;
  }

  /** Whether calls to that name reach a service: the name has an owner, or the bus can start one. */
  async isAvailable(name: string): Promise<boolean> {
    const [activatable] = await this.call({ ...BUS, member: "ListActivatableNames" });
    return (await this.hasOwner(name)) || (Array.isArray(activatable) && activatable.includes(name));
  }

  /** Calls back each time a name gets or loses its owner. `owner` is "" for a lost one. */
  watchOwners(listener: (name: string, owner: string) => void): Promise<void> {
    return this.watch(OWNER_CHANGES, ({ body: [name, , owner] }) => listener(String(name), String(owner)));
  }

  /**
   * Replies to method calls. The handler returns undefined for calls that it does not handle. A rejected promise becomes an
   * error reply.
   */
  answer(handler: (call: Message) => Answer | Promise<Answer> | undefined): void {
    this.#bus.addMethodHandler((call) => {
      const answer = handler(call);
      if (answer instanceof Promise) void this.#replyLater(call, answer);
      else if (answer !== undefined) this.#reply(call, Message.newMethodReturn(call, answer.signature, answer.body));
      return answer !== undefined;
    });
  }

  close(): void {
    this.#closed = true;
    this.#bus.disconnect();
  }

  async #replyLater(call: Message, answer: Promise<Answer>): Promise<void> {
    const reply = await answer.then(
      ({ signature, body }) => Message.newMethodReturn(call, signature, body),
      (error: unknown) => Message.newError(call, errorName(error), String(error)),
    );
    // After `close` the bus itself has already sent the caller an error.
    if (!this.#closed) this.#reply(call, reply);
  }

  #reply(call: Message, reply: Message): void {
    if ((call.flags & MessageFlag.NO_REPLY_EXPECTED) === 0) this.#bus.send(reply);
  }
}

function errorName(error: unknown): string {
  return error instanceof DBusError ? error.type : "org.freedesktop.DBus.Error.Failed";
}
