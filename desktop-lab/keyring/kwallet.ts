import { EventEmitter, once } from "node:events";
import { BusConnection } from "../bus/bus-connection.ts";
import { exportObject } from "../bus/bus-object.ts";
import { changesWith, DEFAULT_TIMEOUT_MS, waitUntil } from "../process/condition.ts";

const NAME = "org.kde.kwalletd5";
const PATH = "/modules/kwalletd5";
const INTERFACE = "org.kde.KWallet";
const WALLET = "kdewallet";
const HANDLE = 7;
const REFUSED = -1;
const DONE = 0;
/** A type of entry. */
const PASSWORD = 1;

/** KDE's keyring, as far as Chromium uses it. Its wallet is closed: `open` shows a dialog, which the test answers. */
export class KWallet {
  readonly #connection: BusConnection;
  readonly #passwords = new Map<string, string>();
  readonly #events = new EventEmitter<{ asked: []; answered: [boolean] }>();
  #isOpen = false;
  #dialogs = 0;

  private constructor(connection: BusConnection) {
    this.#connection = connection;
  }

  static async start(busAddress: string): Promise<KWallet> {
    const wallet = new KWallet(await BusConnection.open(busAddress));
    wallet.#export();
    await wallet.#connection.ownName(NAME);
    return wallet;
  }

  /** The number of dialogs so far, or since `forget`. */
  get dialogs(): number {
    return this.#dialogs;
  }

  /** Resolves when a dialog is open. Rejects after 10 seconds. */
  async untilAsked(): Promise<void> {
    await waitUntil({
      read: () => this.#dialogs,
      holds: (dialogs) => dialogs > 0,
      subscribe: changesWith(this.#events, "asked"),
      describeState: () => "no program has opened the wallet",
      timeoutMs: DEFAULT_TIMEOUT_MS,
    });
  }

  /** Answers the open dialog: with the password, or by cancelling. */
  answer(withPassword: boolean): void {
    this.#isOpen = withPassword;
    this.#events.emit("answered", withPassword);
  }

  /** Opens the wallet as another program does. */
  openElsewhere(): void {
    this.#isOpen = true;
    this.#connection.emit({ path: PATH, interface: INTERFACE, member: "walletOpened", signature: "s", body: [WALLET] });
  }

  /** Closes the wallet and removes what is in it. */
  forget(): void {
    this.#isOpen = false;
    this.#dialogs = 0;
    this.#passwords.clear();
  }

  close(): void {
    this.#connection.close();
  }

  #export(): void {
    const key = ([, folder, name]: readonly unknown[]) => `${folder}/${name}`;
    exportObject(this.#connection, {
      path: PATH,
      interface: INTERFACE,
      properties: () => ({}),
      methods: {
        isEnabled: { returns: "b", run: () => [true] },
        networkWallet: { returns: "s", run: () => [WALLET] },
        isOpen: { returns: "b", run: () => [this.#isOpen] },
        open: { returns: "i", run: async () => [(await this.#opened()) ? HANDLE : REFUSED] },
        close: { returns: "i", run: () => [DONE] },
        hasFolder: { returns: "b", run: () => [true] },
        hasEntry: { returns: "b", run: (args) => [this.#passwords.has(key(args))] },
        entryType: { returns: "i", run: () => [PASSWORD] },
        readPassword: { returns: "s", run: (args) => [this.#passwords.get(key(args)) ?? ""] },
        writePassword: {
          returns: "i",
          run: (args) => {
            this.#passwords.set(key(args), String(args[3]));
            return [DONE];
          },
        },
      },
    });
  }

  async #opened(): Promise<boolean> {
    if (this.#isOpen) return true;
    this.#dialogs += 1;
    this.#events.emit("asked");
    const [withPassword] = await once(this.#events, "answered");
    return withPassword === true;
  }
}
