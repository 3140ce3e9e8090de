import { EventEmitter } from "node:events";
import { BusConnection } from "../bus/bus-connection.ts";
import { exportObject } from "../bus/bus-object.ts";
import { changesWith, DEFAULT_TIMEOUT_MS, waitUntil } from "../process/condition.ts";

const NAME = "org.gnome.keyring.SystemPrompter";
const PATH = "/org/gnome/keyring/Prompter";
const INTERFACE = "org.gnome.keyring.internal.Prompter";

/** The program that asks for the keyring's password. This one never answers; `close` makes it go away. */
export class KeyringPrompter {
  readonly #connection: BusConnection;
  readonly #events = new EventEmitter<{ asked: [] }>();
  #prompts = 0;

  private constructor(connection: BusConnection) {
    this.#connection = connection;
  }

  static async start(busAddress: string): Promise<KeyringPrompter> {
    const prompter = new KeyringPrompter(await BusConnection.open(busAddress));
    prompter.#export();
    await prompter.#connection.ownName(NAME);
    return prompter;
  }

  /** Whether the keyring has started any prompt. */
  get wasAsked(): boolean {
    return this.#prompts > 0;
  }

  /** Resolves when the keyring has started any prompt. Rejects after 10 seconds. */
  async waitUntilAsked(): Promise<void> {
    await waitUntil({
      read: () => this.#prompts,
      holds: (asked) => asked > 0,
      subscribe: changesWith(this.#events, "asked"),
      describeState: () => "the keyring has not asked for its password",
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
  }

  close(): void {
    this.#connection.close();
  }

  #export(): void {
    exportObject(this.#connection, {
      path: PATH,
      interface: INTERFACE,
      properties: () => ({}),
      methods: {
        BeginPrompting: {
          returns: "",
          run: () => {
            this.#prompts += 1;
            this.#events.emit("asked");
            return [];
          },
        },
        StopPrompting: { returns: "", run: () => [] },
      },
    });
  }
}
