import { X11Client } from "./x11-client.ts";

const answerWithinMs = 1_000;
const queryExtension = 98;
/** Requests of the extension XFixes: https://www.x.org/releases/current/doc/fixesproto/fixesproto.txt */
const xfixes = { queryVersion: 0, selectSelectionInput: 2 } as const;
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
      const client = await X11Client.connect(this.env, AbortSignal.timeout(answerWithinMs));
      try {
        await client.setUp();
        return (await client.selectionOwner(this.#selection)) !== 0;
      } finally {
        client.close();
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
      const client = await X11Client.connect(this.env);
      const { root } = await client.setUp();
      const { opcode, firstEvent } = await findExtension(client, "XFIXES");
      client.send(opcode, xfixes.queryVersion, 2, 0);
      await client.reply();
      client.send(opcode, xfixes.selectSelectionInput, root, await client.atom(this.#selection), anyChange);
      for (;;) {
        await client.event(firstEvent);
        listener();
      }
    } catch {
      // There is no X server, or none any more.
    }
  }

  #isX11(): boolean {
    return Boolean(this.env.DISPLAY) && !this.env.WAYLAND_DISPLAY;
  }
}

async function findExtension(client: X11Client, name: string): Promise<{ opcode: number; firstEvent: number }> {
  client.sendName(queryExtension, name);
  const reply = await client.reply();
  if (!reply.readUInt8(8)) throw new Error(`the X server lacks ${name}`);
  return { opcode: reply.readUInt8(9), firstEvent: reply.readUInt8(10) };
}
