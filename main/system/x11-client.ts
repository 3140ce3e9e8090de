import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { connectionRequest, padded, parseDisplay } from "./x11-display.ts";

/** Numbers of the X protocol: https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html */
const internAtom = 16;
const getSelectionOwner = 23;

/** A connection to the X server that waits for one answer at a time. It does not keep the process alive. */
export class X11Client {
  private constructor(private readonly socket: Socket) {}

  /** Connects to the server of the variable DISPLAY. After an error or `signal`, all that is waited for rejects. */
  static async connect(env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<X11Client> {
    const { address, number } = parseDisplay(env.DISPLAY ?? "");
    const request = await connectionRequest(number, env);
    const socket = connect({ ...address, ...(signal && { signal }) });
    // The reader gets the error; between two reads nobody listens.
    socket.on("error", () => {});
    socket.unref();
    socket.write(request);
    return new X11Client(socket);
  }

  close(): void {
    this.socket.destroy();
  }

  /** Reads the server's greeting. Returns an unused window id and the root window. Throws if the server refuses. */
  async setUp(): Promise<{ readonly window: number; readonly root: number }> {
    const head = await this.#take(8);
    const rest = await this.#take(4 * head.readUInt16LE(6));
    if (head[0] !== 1) throw new Error("the X server refuses the connection");
    const vendorLength = rest.readUInt16LE(16);
    const screen = 32 + vendorLength + (-vendorLength & 3) + 8 * rest.readUInt8(21);
    return { window: rest.readUInt32LE(4), root: rest.readUInt32LE(screen) };
  }

  /** The number of a name, the same for all programs. */
  async atom(name: string): Promise<number> {
    this.sendName(internAtom, name);
    return (await this.reply()).readUInt32LE(8);
  }

  /** The window that owns the selection, 0 if there is none. */
  async selectionOwner(selection: string): Promise<number> {
    this.send(getSelectionOwner, 0, await this.atom(selection));
    return (await this.reply()).readUInt32LE(8);
  }

  /** Sends a request about a name. */
  sendName(opcode: number, name: string): void {
    const bytes = padded(Buffer.from(name));
    const words = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(4 * index));
    this.send(opcode, 0, name.length, ...words);
  }

  /** Sends a request: its code, the byte after it, and the rest as numbers of 32 bits. */
  send(opcode: number, detail: number, ...words: readonly number[]): void {
    const bytes = Buffer.alloc(4 + 4 * words.length);
    bytes.writeUInt8(opcode, 0);
    bytes.writeUInt8(detail, 1);
    bytes.writeUInt16LE(1 + words.length, 2);
    for (const [index, word] of words.entries()) bytes.writeUInt32LE(word, 4 + 4 * index);
    this.socket.write(bytes);
  }

  reply(): Promise<Buffer> {
    return this.event(1);
  }

  /** The next packet of this kind; 1 is a reply. Throws if the server reports an error. */
  async event(kind: number): Promise<Buffer> {
    for (;;) {
      const head = await this.#take(32);
      const code = head.readUInt8(0) & 0x7f;
      if (code === 0) throw new Error(`the X server reports error ${head.readUInt8(1)}`);
      const packet = code === 1 ? Buffer.concat([head, await this.#take(4 * head.readUInt32LE(4))]) : head;
      if (code === kind) return packet;
    }
  }

  async #take(count: number): Promise<Buffer> {
    if (count === 0) return Buffer.alloc(0);
    for (;;) {
      if (this.socket.errored) throw this.socket.errored;
      const bytes: Buffer | null = this.socket.read(count);
      if (bytes?.length === count) return bytes;
      if (this.socket.readableEnded) throw new Error("the X server closed the connection");
      await once(this.socket, "readable");
    }
  }
}
