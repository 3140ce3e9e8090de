import { EventEmitter } from "node:events";
import { BusConnection } from "../bus/bus-connection.ts";
import { exportObject } from "../bus/bus-object.ts";
import { DEFAULT_TIMEOUT_MS, waitUntil } from "../process/condition.ts";

const NAME = "org.gnome.keyring.SystemPrompter";
const PATH = "/org/gnome/keyring/Prompter";
const INTERFACE = "org.gnome.keyring.internal.Prompter";

/** What asks a person for the keyring's password. Here nobody ever answers; it can only go away. */
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

  /** The keyring has waited for an answer, of whichever question. */
  get wasAsked(): boolean {
    return this.#prompts > 0;
  }

  /** Resolves when the keyring waits for an answer, of whichever question. */
  async waitUntilAsked(): Promise<void> {
    await waitUntil({
      read: () => this.#prompts,
      holds: (asked) => asked > 0,
      subscribe: (recheck) => {
        this.#events.on("asked", recheck);
        return () => this.#events.off("asked", recheck);
      },
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
