import { chmodSync, lstatSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import type { Refusal } from "../../domain/command-line/answer.ts";
import type { Answer, Request } from "./protocol.ts";
import { answerLine, longestRequestBytes, readRequest } from "./protocol.ts";
import { makePrivateFolder, type SocketPlace } from "./socket-places.ts";

/** Further commands are refused as busy, and ask again. */
const mostConnections = 8;
const requestWithinMs = 2_000;
/** From the connection to its end: longer than any answer takes. */
const longestConnectionMs = 30_000;

/** Answers commands on a socket that only this user can reach. It says nothing to a client that sends no whole request. */
export class CommandServer {
  readonly #connections = new Set<Socket>();
  #server: Server | undefined;

  /** `onGiven`: called for each token that is written to a command. */
  constructor(
    private readonly answer: (request: Request) => Promise<Answer>,
    private readonly onGiven: () => void,
  ) {}

  /** Listens in the first of these places that only this user can reach and that is free. Whether there is one. */
  async listenInFirst(places: readonly SocketPlace[], uid: number): Promise<boolean> {
    for (const { folder, path } of places) {
      if (makePrivateFolder(folder, uid) && (await this.listen(path))) {
        restrict(path);
        return true;
      }
    }
    return false;
  }

  /** Listens on a path or on a named pipe of Windows. Takes the place of a socket that an ended app has left. */
  async listen(path: string): Promise<boolean> {
    const server = createServer((socket) => this.#accept(socket));
    if (!(await listens(server, path))) {
      if (!(await isStale(path))) return false;
      rmSync(path, { force: true });
      if (!(await listens(server, path))) return false;
    }
    this.#server = server;
    return true;
  }

  /** Ends the server and all connections, answered or not, and removes the socket. */
  stop(): void {
    this.#server?.close();
    this.#server = undefined;
    for (const socket of this.#connections) socket.destroy();
  }

  #accept(socket: Socket): void {
    // A client may go away at any time.
    socket.on("error", () => socket.destroy());
    this.#connections.add(socket);
    const limit = setTimeout(() => socket.destroy(), longestConnectionMs);
    socket.once("close", () => {
      clearTimeout(limit);
      this.#connections.delete(socket);
    });
    const isBusy = this.#connections.size > mostConnections;
    void receiveRequest(socket).then(async (line) => {
      const request = line === undefined ? undefined : readRequest(line);
      if (request?.ok) this.#send(socket, isBusy ? refused("busy") : await this.answer(request.value));
      else if (request?.error === "other-version") this.#send(socket, refused(request.error));
      else socket.destroy();
    });
  }

  /** Reveals nothing once the client has gone, or the server has stopped. */
  #send(socket: Socket, answer: Answer): void {
    if (!socket.writable) return;
    socket.end(answerLine(answer), () => socket.destroy());
    if (answer.kind === "token") this.onGiven();
  }
}

/** Some systems obey a socket's own mode too. Where it cannot be changed, the folder still keeps others out. */
function restrict(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch {
    // The folder is private.
  }
}

function refused(reason: Refusal): Answer {
  return { kind: "refused", reason };
}

/** The first line; `undefined` if it is too long, too late, or the client has gone. */
function receiveRequest(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const done = (line: string | undefined) => {
      clearTimeout(limit);
      socket.off("data", receive);
      socket.resume();
      resolve(line);
    };
    const limit = setTimeout(done, requestWithinMs, undefined);
    // Bytes, so that half a character does not matter and the limit is exact.
    const receive = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      const end = text.indexOf("\n");
      if (end >= 0 && end < longestRequestBytes) done(Buffer.from(text.slice(0, end), "latin1").toString());
      else if (text.length >= longestRequestBytes) done(undefined);
    };
    socket.on("data", receive);
    socket.once("end", () => done(undefined));
    socket.once("close", () => done(undefined));
  });
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Once it listens, errors concern single connections, and their commands see them too.
    server.on("error", () => resolve(false));
    server.listen(path, () => resolve(true));
  });
}

/** Whether a killed app has left this socket: nothing accepts connections on it. */
function isStale(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path, () => {
      probe.destroy();
      resolve(false);
    });
    probe.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code === "ECONNREFUSED" && isSocket(path)));
  });
}

function isSocket(path: string): boolean {
  try {
    return lstatSync(path).isSocket();
  } catch {
    // Gone meanwhile.
    return false;
  }
}
