import { withDeadline } from "../../../desktop-lab/process/condition.ts";
import { internAtom, type XConnection } from "./x-connection.ts";
import { text, u16, u32 } from "./x-encoding.ts";

const opcodes = { createWindow: 1, getProperty: 20, convertSelection: 24, queryExtension: 98 } as const;
const selectionNotify = 31;
const inputOnly = 2;
const currentTime = 0;
const anyType = 0;
const longestWords = 16_384;
const timeoutMs = 10_000;

/** CLIPBOARD as a program sees it that is told of each change by XFixes, and then reads it. */
export class XClipboard {
  readonly #connection: XConnection;
  readonly #window: number;
  readonly #atoms: { readonly clipboard: number; readonly utf8: number; readonly property: number };
  readonly #changeEvent: number;

  private constructor(
    connection: XConnection,
    window: number,
    atoms: { readonly clipboard: number; readonly utf8: number; readonly property: number },
    changeEvent: number,
  ) {
    this.#connection = connection;
    this.#window = window;
    this.#atoms = atoms;
    this.#changeEvent = changeEvent;
  }

  static async open(connection: XConnection): Promise<XClipboard> {
    const atoms = {
      clipboard: await internAtom(connection, "CLIPBOARD"),
      utf8: await internAtom(connection, "UTF8_STRING"),
      property: await internAtom(connection, "READ_HERE"),
    };
    const window = createWindow(connection);
    const name = "XFIXES";
    const extension = await connection.call(
      opcodes.queryExtension,
      0,
      Buffer.concat([u16(name.length, 0), text(name)]),
    );
    const [opcode, changeEvent] = [extension.readUInt8(9), extension.readUInt8(10)];
    const [queryVersion, selectSelectionInput, ownerChanges] = [0, 2, 1];
    await connection.call(opcode, queryVersion, u32(5, 0));
    connection.send(opcode, selectSelectionInput, u32(window, atoms.clipboard, ownerChanges));
    return new XClipboard(connection, window, atoms, changeEvent);
  }

  /** When a text that fits was read after a change, on the clock of `performance.now()`. */
  async readableAtMs(fits: (text: string) => boolean): Promise<number> {
    const stop = new AbortController();
    const read = new Promise<number>((resolve, reject) => {
      const listener = (event: Buffer) => {
        if ((event.readUInt8(0) & 0x7f) === this.#changeEvent) this.#ask();
        else if ((event.readUInt8(0) & 0x7f) === selectionNotify) {
          this.#answer(event).then((content) => {
            if (fits(content)) resolve(performance.now());
          }, reject);
        }
      };
      this.#connection.events.on("event", listener);
      stop.signal.addEventListener("abort", () => this.#connection.events.off("event", listener));
    });
    try {
      return await withDeadline(read, timeoutMs, () => "the clipboard has no text that fits");
    } finally {
      stop.abort();
    }
  }

  #ask(): void {
    const { clipboard, utf8, property } = this.#atoms;
    this.#connection.send(opcodes.convertSelection, 0, u32(this.#window, clipboard, utf8, property, currentTime));
  }

  async #answer(event: Buffer): Promise<string> {
    const property = event.readUInt32LE(20);
    if (property === 0) return "";
    const reply = await this.#connection.call(
      opcodes.getProperty,
      1,
      u32(this.#window, property, anyType, 0, longestWords),
    );
    return reply.subarray(32, 32 + reply.readUInt32LE(16)).toString("utf8");
  }
}

/** One that is never shown; a selection is read through a window. */
function createWindow(connection: XConnection): number {
  const id = connection.newId();
  const [place, size, border] = [u16(0, 0), u16(1, 1), u16(0)];
  const parent = u32(id, connection.rootWindow);
  const noValues = u32(0, 0);
  connection.send(opcodes.createWindow, 0, Buffer.concat([parent, place, size, border, u16(inputOnly), noValues]));
  return id;
}
