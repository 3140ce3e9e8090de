import { EventEmitter, once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { withDeadline } from "../../../desktop-lab/process/condition.ts";
import { readXCookie } from "./x-authority-cookie.ts";
import { bytes, text, u16 } from "./x-encoding.ts";

const errorCode = 0;
const replyCode = 1;
const genericEventCode = 35;
const packetBytes = 32;
const setupHeaderBytes = 8;
const timeoutMs = 5_000;

/** A client of the X server with just what is needed to watch it: a program for each look would be slow to start. */
export class XConnection {
  /** Each event that arrives, as its packet. */
  readonly events = new EventEmitter<{ event: [Buffer] }>();
  readonly #socket: Socket;
  readonly #waiting = new Map<number, { resolve: (reply: Buffer) => void; reject: (error: Error) => void }>();
  #unread = Buffer.alloc(0);
  #setup: ((answer: Buffer) => void) | undefined;
  #sequence = 0;
  #nextId = 0;
  #rootWindow = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Buffer) => this.#receive(chunk));
  }

  /** To the server that DISPLAY and XAUTHORITY name; it must be on this computer. */
  static async open(env: NodeJS.ProcessEnv): Promise<XConnection> {
    const display = /^:(\d+)/.exec(env.DISPLAY ?? "")?.[1];
    const socket = createConnection(`/tmp/.X11-unix/X${display}`);
    await once(socket, "connect");
    const connection = new XConnection(socket);
    await connection.#introduce(readXCookie(env.XAUTHORITY ?? ""));
    return connection;
  }

  get rootWindow(): number {
    return this.#rootWindow;
  }

  /** An id for a resource that this client makes. */
  newId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  /** Sends a request that is not answered. */
  send(opcode: number, detail: number, body: Buffer): void {
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#socket.write(Buffer.concat([bytes(opcode, detail), u16(1 + body.length / 4), body]));
  }

  /** Rejects with the number of X's error, or when nothing is answered. */
  async call(opcode: number, detail: number, body: Buffer): Promise<Buffer> {
    this.send(opcode, detail, body);
    const sequence = this.#sequence;
    const reply = new Promise<Buffer>((resolve, reject) => this.#waiting.set(sequence, { resolve, reject }));
    return withDeadline(reply, timeoutMs, () => `the X server does not answer request ${opcode}`);
  }

  close(): void {
    this.#socket.destroy();
  }

  async #introduce(cookie: Buffer): Promise<void> {
    const method = "MIT-MAGIC-COOKIE-1";
    const answered = new Promise<Buffer>((resolve) => {
      this.#setup = resolve;
    });
    const littleEndian = bytes("l".charCodeAt(0), 0);
    const lengths = [u16(11), u16(0), u16(method.length), u16(cookie.length), u16(0)];
    this.#socket.write(Buffer.concat([littleEndian, ...lengths, text(method), text(cookie)]));
    const setup = await withDeadline(answered, timeoutMs, () => "the X server does not greet");
    if (setup[0] !== 1) throw new Error("The X server refuses.");
    const [vendorBytes, formats] = [setup.readUInt16LE(24), setup.readUInt8(29)];
    this.#rootWindow = setup.readUInt32LE(40 + Math.ceil(vendorBytes / 4) * 4 + formats * 8);
    this.#nextId = setup.readUInt32LE(12);
  }

  #receive(chunk: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, chunk]);
    for (let packet = this.#take(); packet !== undefined; packet = this.#take()) this.#dispatch(packet);
  }

  #take(): Buffer | undefined {
    const unread = this.#unread;
    if (unread.length < setupHeaderBytes) return undefined;
    const length = this.#setup ? setupHeaderBytes + unread.readUInt16LE(6) * 4 : packetLength(unread);
    if (unread.length < length) return undefined;
    this.#unread = unread.subarray(length);
    return unread.subarray(0, length);
  }

  #dispatch(packet: Buffer): void {
    if (this.#setup) {
      this.#setup(packet);
      this.#setup = undefined;
    } else if (packet[0] === errorCode) {
      const error = new Error(`X error ${packet[1]} to request ${packet[10]}`);
      const waiting = this.#settle(packet);
      if (waiting) waiting.reject(error);
      else this.#socket.destroy(error);
    } else if (packet[0] === replyCode) this.#settle(packet)?.resolve(packet);
    else this.events.emit("event", packet);
  }

  #settle(packet: Buffer) {
    const sequence = packet.readUInt16LE(2);
    const waiting = this.#waiting.get(sequence);
    this.#waiting.delete(sequence);
    return waiting;
  }
}

function packetLength(packet: Buffer): number {
  const isLonger = packet[0] === replyCode || packet[0] === genericEventCode;
  return packetBytes + (isLonger ? packet.readUInt32LE(4) * 4 : 0);
}

/** A number for a name, by which the server knows selections, types and properties. */
export async function internAtom(connection: XConnection, name: string): Promise<number> {
  const reply = await connection.call(16, 0, Buffer.concat([u16(name.length), u16(0), text(name)]));
  return reply.readUInt32LE(8);
}
