import { connect, type Socket } from "node:net";
import { SocketReader } from "./socket-reader.ts";
import { connectionRequest, padded, parseDisplay } from "./x11-display.ts";

/** Numbers of the X protocol: https://www.x.org/releases/X11R7.7/doc/xproto/x11protocol.html */
const error = 0;
const reply = 1;
const createWindow = 1;
const internAtom = 16;
const inputOnly = 2;

/**
 * A connection to the X server with one invisible window. It never blocks the process. The caller waits for one answer at a
 * time. `signal` ends the connection; a waiting call then rejects with an AbortError.
 */
export class X11Connection {
  #window = 0;
  readonly #reader: SocketReader;
  /** The events that came before the reply that was waited for. */
  readonly #passedOver: Buffer[] = [];

  private constructor(private readonly socket: Socket) {
    this.#reader = new SocketReader(socket);
  }

  /** Connects to the X server that DISPLAY names, with this user's cookie. Rejects if no server answers or it refuses. */
  static async open(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<X11Connection> {
    const { address, number } = parseDisplay(env.DISPLAY ?? "");
    const request = await connectionRequest(number, env, signal);
    const socket = connect({ ...address, signal });
    const connection = new X11Connection(socket);
    socket.write(request);
    try {
      await connection.#setUp();
      return connection;
    } catch (reason) {
      connection.close();
      throw reason;
    }
  }

  /** Our window's number. */
  get window(): number {
    return this.#window;
  }

  /** Ends the connection. The server then removes the window, and every selection that it owns. */
  close(): void {
    this.socket.destroy();
  }

  /** The number that the server gives a name. */
  async atom(name: string): Promise<number> {
    const words = wordsOf(Buffer.from(name));
    this.send(internAtom, 0, name.length, ...words);
    return (await this.reply()).readUInt32LE(8);
  }

  /** Sends a request: its code, the byte after that, and the rest as numbers of 32 bits. */
  send(opcode: number, detail: number, ...words: readonly number[]): void {
    const bytes = Buffer.alloc(4 + 4 * words.length);
    bytes.writeUInt8(opcode, 0);
    bytes.writeUInt8(detail, 1);
    bytes.writeUInt16LE(1 + words.length, 2);
    for (const [index, word] of words.entries()) bytes.writeUInt32LE(word, 4 + 4 * index);
    this.socket.write(bytes);
  }

  /** The answer to the request before. Throws if the server reports an error. Events that come first are for later calls. */
  async reply(): Promise<Buffer> {
    for (;;) {
      const packet = await this.#readPacket();
      if (isOfKind(packet, reply)) return packet;
      this.#passedOver.push(packet);
    }
  }

  /** The next event of this kind; other events are dropped. Throws if the server reports an error first. */
  async event(kind: number): Promise<Buffer> {
    for (;;) {
      const packet = await this.packet();
      if (isOfKind(packet, kind)) return packet;
    }
  }

  /** The next event or error; first the events that came while the caller waited for a reply. */
  async packet(): Promise<Buffer> {
    return this.#passedOver.shift() ?? this.#readPacket();
  }

  async #readPacket(): Promise<Buffer> {
    const head = await this.#reader.take(32);
    return head[0] === reply ? Buffer.concat([head, await this.#reader.take(4 * head.readUInt32LE(4))]) : head;
  }

  async #setUp(): Promise<void> {
    const head = await this.#reader.take(8);
    const rest = await this.#reader.take(4 * head.readUInt16LE(6));
    if (head[0] !== 1) throw new Error("the X server refuses the connection");
    this.#window = rest.readUInt32LE(4);
    const vendorLength = rest.readUInt16LE(16);
    const formats = rest.readUInt8(21);
    const root = rest.readUInt32LE(32 + vendorLength + (-vendorLength & 3) + 8 * formats);
    // At 0, 0; one pixel wide and high; depth and visual of the root window.
    this.send(createWindow, 0, this.#window, root, 0, 0x1_0001, inputOnly << 16, 0, 0);
  }
}

/** Throws if the packet is an error. */
function isOfKind(packet: Buffer, kind: number): boolean {
  // The highest bit says that another program sent the event.
  const code = packet.readUInt8(0) & 0x7f;
  if (code === error) throw new Error(`the X server reports error ${packet.readUInt8(1)}`);
  return code === kind;
}

/** Bytes as numbers of 32 bits, filled up with zeros. */
export function wordsOf(bytes: Buffer): number[] {
  const filled = padded(bytes);
  return Array.from({ length: filled.length / 4 }, (_, index) => filled.readUInt32LE(4 * index));
}
