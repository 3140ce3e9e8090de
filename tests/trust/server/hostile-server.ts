import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type Answer, smuggled, wireForm } from "./answers.ts";

/** A raw TCP server, because Node's HTTP server would not send broken answers. */
export interface HostileServer {
  /** The address for one call that gets this answer. `refusesGet`: a GET gets 405, so that the caller sends a POST. */
  originFor(answer: Answer, options: { readonly refusesGet: boolean }): string;
  /** The number of complete requests for the latest address. */
  requestCount(): number;
  /** The latest answer on each open connection, `undefined` before the first one. */
  openAfter(): readonly (Answer | undefined)[];
  /** The answers that callers still wait for. */
  awaited(): readonly Answer[];
  /** Resolves when the client has closed the connections that the server has ended, so that the next call cannot use one. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const dribbleMs = 10;
const lateMs = 400;

export async function startHostileServer(): Promise<HostileServer> {
  const open = new Map<Socket, Answer | undefined>();
  const waiting = new Map<Socket, Answer>();
  const closings = new Map<Socket, Promise<void>>();
  let latest = { id: 0, requests: 0 };
  const calls = new Map<number, { readonly answer: Answer; readonly refusesGet: boolean }>();

  function receive(request: string, socket: Socket, hungUp: Promise<void>): void {
    const [, method, id] = /^(\w+) \/(\d+)\//.exec(request) ?? [];
    const call = calls.get(Number(id));
    if (!call) return void socket.destroy();
    if (method === "GET" && call.refusesGet) {
      socket.write("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    if (Number(id) === latest.id) latest.requests += 1;
    waiting.set(socket, call.answer);
    open.set(socket, call.answer);
    void perform(call.answer, socket, hungUp).then(() => waiting.delete(socket));
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    open.set(socket, undefined);
    const hungUp = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    closings.set(socket, hungUp);
    let received = "";
    socket.on("error", () => socket.destroy());
    socket.on("end", () => socket.end());
    socket.on("close", () => {
      open.delete(socket);
      waiting.delete(socket);
      closings.delete(socket);
    });
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      if (!isWhole(received)) return;
      receive(received, socket, hungUp);
      received = "";
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    originFor(answer, { refusesGet }) {
      // Calls that timed out may still be under way.
      calls.delete(latest.id - 10);
      latest = { id: latest.id + 1, requests: 0 };
      calls.set(latest.id, { answer, refusesGet });
      return `${origin}/${latest.id}`;
    },
    requestCount: () => latest.requests,
    openAfter: () => [...open.values()],
    awaited: () => [...waiting.values()],
    async settled() {
      const ended = [...closings].filter(([socket]) => socket.writableEnded || socket.destroyed);
      await Promise.race([
        Promise.all(ended.map(([, closed]) => closed)),
        new Promise((later) => setTimeout(later, 500)),
      ]);
    },
    async close() {
      for (const socket of open.keys()) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function isWhole(request: string): boolean {
  const headEnd = request.indexOf("\r\n\r\n");
  if (headEnd < 0) return false;
  const length = Number(/^content-length: *(\d+)/im.exec(request)?.[1] ?? 0);
  return request.length >= headEnd + 4 + length;
}

/** Resolves when the answer is complete; for an endless answer, when the caller hangs up. */
async function perform(answer: Answer, socket: Socket, hungUp: Promise<void>): Promise<void> {
  const { head, body } = wireForm(answer);
  const half = body.subarray(0, Math.floor(body.length / 2));
  switch (answer.accident) {
    case "reset-before":
      return void socket.resetAndDestroy();
    case "close-before":
      return void socket.destroy();
    case "half-close":
      // The server still reads, but never writes.
      socket.end();
      return hungUp;
    case "no-http":
      socket.end("SSH-2.0-OpenSSH_9.2\r\n");
      return hungUp;
    case "reset-within":
      socket.write(Buffer.concat([head, half]), () => socket.resetAndDestroy());
      return hungUp;
    case "close-within":
      socket.write(Buffer.concat([head, half]), () => socket.destroy());
      return hungUp;
    case "silence":
      return hungUp;
    case "silence-after-head":
      socket.write(head);
      return hungUp;
    case "silence-within":
      socket.write(Buffer.concat([head, half]));
      return hungUp;
    case "dribble": {
      socket.write(head);
      const timer = setInterval(() => socket.write(" "), dribbleMs);
      await hungUp;
      return clearInterval(timer);
    }
    case "late": {
      const timer = setTimeout(() => socket.end(Buffer.concat([head, body])), lateMs);
      await hungUp;
      return clearTimeout(timer);
    }
    default:
      return send(answer, Buffer.concat([head, body]), socket, hungUp);
  }
}

async function send(answer: Answer, bytes: Buffer, socket: Socket, hungUp: Promise<void>): Promise<void> {
  const whole = answer.accident === "more-than-asked" ? Buffer.concat([bytes, Buffer.from(smuggled)]) : bytes;
  const step = Math.ceil(whole.length / answer.writes);
  for (let at = 0; at < whole.length && !socket.destroyed; at += step) {
    await Promise.race([new Promise((written) => socket.write(whole.subarray(at, at + step), written)), hungUp]);
    // Otherwise the socket would merge the writes.
    if (answer.writes > 1) await new Promise(setImmediate);
  }
  if (answer.framing === "too-long-and-open") return hungUp;
  // Kept open only if both sides agree on the end of the answer.
  const isKept = answer.isSound && answer.framing !== "close";
  if (!isKept) socket.end();
}
