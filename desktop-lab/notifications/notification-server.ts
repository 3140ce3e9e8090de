import { EventEmitter, once } from "node:events";
import * as v from "valibot";
import { BusConnection } from "../bus/bus-connection.ts";
import { type BusMethod, exportObject } from "../bus/bus-object.ts";
import { changesWith, DEFAULT_TIMEOUT_MS, waitUntil } from "../process/condition.ts";

const NAME = "org.freedesktop.Notifications";
const PATH = "/org/freedesktop/Notifications";
const SPECIFICATION_VERSION = "1.2";
const DEFAULT_ACTION = "default";
const CLOSED_BY_PERSON = 2;
const CLOSED_BY_APP = 3;

export interface ReceivedNotification {
  readonly id: number;
  readonly appName: string;
  readonly summary: string;
  /** As sent, with markup. */
  readonly body: string;
  /** Alternating keys and labels. */
  readonly actions: readonly string[];
}

/** The first six of eight arguments of `Notify`; hints and timeout, the last two, are ignored. */
const notifyArguments = v.tuple([v.string(), v.number(), v.string(), v.string(), v.string(), v.array(v.string())]);

/** A notification server that records notifications instead of showing them. A test clicks and closes them. */
export class NotificationServer {
  readonly #connection: BusConnection;
  readonly #received: ReceivedNotification[] = [];
  readonly #notTaken: ReceivedNotification[] = [];
  readonly #shown = new Map<number, ReceivedNotification>();
  readonly #events = new EventEmitter<{ received: []; held: []; resumed: [] }>();
  #hangsIn: (method: string) => boolean = () => false;
  #held = 0;
  #lastId = 0;

  private constructor(connection: BusConnection) {
    this.#connection = connection;
  }

  static async start(busAddress: string): Promise<NotificationServer> {
    const server = new NotificationServer(await BusConnection.open(busAddress));
    server.#export();
    await server.#connection.ownName(NAME);
    return server;
  }

  /** All notifications so far, or since `forget`, oldest first. */
  get received(): readonly ReceivedNotification[] {
    return this.#received;
  }

  /** The notifications that neither the person nor the app has closed. */
  get shown(): readonly ReceivedNotification[] {
    return [...this.#shown.values()];
  }

  /** Waits for a matching notification. Returns each one once, the oldest first. Rejects after `timeoutMs`. */
  async next(
    matches: (notification: ReceivedNotification) => boolean = () => true,
    timeoutMs = DEFAULT_TIMEOUT_MS,
  ): Promise<ReceivedNotification> {
    const index = await waitUntil({
      read: () => this.#notTaken.findIndex(matches),
      holds: (found) => found >= 0,
      subscribe: changesWith(this.#events, "received"),
      describeState: () => `no such notification. Received:\n${JSON.stringify(this.#received, undefined, 2)}`,
      timeoutMs,
    });
    return this.#notTaken.splice(index, 1)[0] as ReceivedNotification;
  }

  /** Clicks the notification, which closes it. Throws if it is not shown or has no default action. */
  click(id: number): void {
    const notification = this.#shownWith(id);
    if (!notification.actions.includes(DEFAULT_ACTION)) {
      throw new Error(`The notification "${notification.summary}" has no default action.`);
    }
    this.#emit("ActionInvoked", "us", [id, DEFAULT_ACTION]);
    this.close(id);
  }

  /** Closes the notification as the person does. Throws if it is not shown. */
  close(id: number): void {
    this.#close(this.#shownWith(id).id, CLOSED_BY_PERSON);
  }

  /** Answers no more calls, or none of that method, as a program that hangs. */
  hang(method?: string): void {
    this.#hangsIn = (called) => method === undefined || called === method;
  }

  /** Answers the held calls, oldest first, and all that follow. */
  resume(): void {
    this.#hangsIn = () => false;
    this.#events.emit("resumed");
  }

  /** Resolves when a call is held. Rejects after `timeoutMs`. */
  async untilHeld(timeoutMs = DEFAULT_TIMEOUT_MS): Promise<void> {
    await waitUntil({
      read: () => this.#held,
      holds: (held) => held > 0,
      subscribe: changesWith(this.#events, "held"),
      describeState: () => "nobody has called the notification server",
      timeoutMs,
    });
  }

  /** Forgets the notifications so far. Those that are shown stay. */
  forget(): void {
    this.#received.length = 0;
    this.#notTaken.length = 0;
  }

  /** Leaves the bus. */
  stop(): void {
    this.#connection.close();
  }

  #export(): void {
    exportObject(this.#connection, {
      path: PATH,
      interface: NAME,
      properties: () => ({}),
      methods: {
        Notify: this.#method("Notify", "u", (args) => [this.#receive(args)]),
        CloseNotification: this.#method("CloseNotification", "", ([id]) => {
          if (typeof id === "number" && this.#shown.has(id)) this.#close(id, CLOSED_BY_APP);
          return [];
        }),
        GetCapabilities: this.#method("GetCapabilities", "as", () => [["actions", "body", "body-markup"]]),
        GetServerInformation: this.#method("GetServerInformation", "ssss", () => {
          return ["private-desktop", "tests", "1", SPECIFICATION_VERSION];
        }),
      },
    });
  }

  /** A method that waits while the server hangs in it. */
  #method(name: string, returns: string, run: (args: readonly unknown[]) => unknown[]): BusMethod {
    return {
      returns,
      run: async (args) => {
        if (this.#hangsIn(name)) {
          this.#held += 1;
          this.#events.emit("held");
          await once(this.#events, "resumed");
          this.#held -= 1;
        }
        return run(args);
      },
    };
  }

  #receive(args: readonly unknown[]): number {
    const [appName, replacesId, , summary, body, actions] = v.parse(notifyArguments, args);
    if (replacesId === 0) this.#lastId += 1;
    const id = replacesId === 0 ? this.#lastId : replacesId;
    const notification = { id, appName, summary, body, actions };
    this.#shown.set(id, notification);
    this.#received.push(notification);
    this.#notTaken.push(notification);
    this.#events.emit("received");
    return id;
  }

  #shownWith(id: number): ReceivedNotification {
    const notification = this.#shown.get(id);
    if (!notification) throw new Error(`No notification ${id} is shown.`);
    return notification;
  }

  #close(id: number, reason: number): void {
    this.#shown.delete(id);
    this.#emit("NotificationClosed", "uu", [id, reason]);
  }

  #emit(member: string, signature: string, body: unknown[]): void {
    this.#connection.emit({ path: PATH, interface: NAME, member, signature, body });
  }
}
