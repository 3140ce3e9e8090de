import { wordsOf, X11Connection } from "./x11-connection.ts";

const answerWithinMs = 1_000;
/** Numbers of the X protocol: https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html */
const getSelectionOwner = 23;
const queryExtension = 98;
/** Requests of the extension XFixes: https://www.x.org/releases/current/doc/fixesproto/fixesproto.txt */
const queryVersion = 0;
const selectSelectionInput = 2;
/** A new owner, a window of the owner that is destroyed, an owner that disconnects. */
const anyChange = 0b111;

/**
 * The older kind of tray, XEmbed, as in i3bar and tint2. Electron uses it by itself on X11 where there is no StatusNotifier host
 * (https://github.com/electron/electron/pull/36815). Such a tray owns a selection, which is all that another program can ask for.
 */
export class XembedTray {
  readonly #selection: string;

  constructor(private readonly env: NodeJS.ProcessEnv) {
    this.#selection = `_NET_SYSTEM_TRAY_S${/\.(\d+)$/.exec(env.DISPLAY ?? "")?.[1] ?? "0"}`;
  }

  /** False without a tray, without an answer within a second, and on Wayland, where Electron has no such icon. */
  async isThere(): Promise<boolean> {
    if (!this.#isX11()) return false;
    try {
      const connection = await X11Connection.open(this.env, AbortSignal.timeout(answerWithinMs));
      try {
        connection.send(getSelectionOwner, 0, await connection.atom(this.#selection));
        return (await connection.reply()).readUInt32LE(8) !== 0;
      } finally {
        connection.close();
      }
    } catch {
      // There is no X server, or it does not answer.
      return false;
    }
  }

  /** Calls back when a tray comes or goes, for as long as the X server runs. */
  async watch(listener: () => void): Promise<void> {
    if (!this.#isX11()) return;
    try {
      const connection = await X11Connection.open(this.env, new AbortController().signal);
      const firstEvent = await this.#selectChanges(connection);
      for (;;) {
        await connection.event(firstEvent);
        listener();
      }
    } catch {
      // There is no X server, or none any more.
    }
  }

  /** Asks the server for an event at each change of the owner. Returns the event's number. */
  async #selectChanges(connection: X11Connection): Promise<number> {
    const name = "XFIXES";
    connection.send(queryExtension, 0, name.length, ...wordsOf(Buffer.from(name)));
    const [isPresent, xfixes, firstEvent] = (await connection.reply()).subarray(8);
    if (!isPresent || xfixes === undefined || firstEvent === undefined) throw new Error(`the X server lacks ${name}`);
    connection.send(xfixes, queryVersion, 2, 0);
    await connection.reply();
    connection.send(xfixes, selectSelectionInput, connection.window, await connection.atom(this.#selection), anyChange);
    return firstEvent;
  }

  #isX11(): boolean {
    return Boolean(this.env.DISPLAY) && !this.env.WAYLAND_DISPLAY;
  }
}
