import { once } from "node:events";
import { type AddressInfo, createServer as createTcpServer, connect as dial, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { type TestCertificate, testCertificate } from "./test-certificate.ts";

/** A server on loopback that records every received byte. */
export interface RecordingServer {
  readonly port: number;
  /** One entry per connection, in order. */
  readonly received: readonly Buffer[];
  /** Closes the present connections and accepts new ones. */
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
}

type Answer = (socket: Socket, soFar: Buffer) => void;

/** Calls `answer` after each received chunk with everything that this connection has received so far. */
export async function startRecordingServer(answer: Answer): Promise<RecordingServer> {
  return recording((record) => createTcpServer((socket) => record(socket, answer)));
}

/** Records the decrypted bytes of the requests. */
export async function startRecordingTlsServer(
  certificate: TestCertificate,
  answer: Answer,
  options: { readonly maxVersion?: "TLSv1.1" } = {},
): Promise<RecordingServer> {
  const secure = {
    ...testCertificate(certificate),
    ...options,
    ...(options.maxVersion && { minVersion: "TLSv1" as const }),
  };
  return recording((record) => createTlsServer(secure, (socket) => record(socket, answer)));
}

/** Terminates https in front of a server that speaks http. */
export function startTlsFront(port: number): Promise<RecordingServer> {
  const passed = new WeakSet<Socket>();
  return startRecordingTlsServer("trusted", (socket, soFar) => {
    if (passed.has(socket)) return;
    passed.add(socket);
    pass(socket, port, soFar);
  });
}

/** From now on, forwards the socket to that port and back. */
export function pass(socket: Socket, port: number, first: Buffer): void {
  const there = dial(port, "127.0.0.1");
  there.on("error", () => socket.destroy());
  socket.on("close", () => there.destroy());
  there.write(first);
  socket.on("data", (piece: Buffer) => there.write(piece));
  there.pipe(socket);
}

async function recording(
  create: (record: (socket: Socket, answer: Answer) => void) => Server,
): Promise<RecordingServer> {
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = create((socket, answer) => {
    const index = received.push(Buffer.alloc(0)) - 1;
    socket.on("error", () => {});
    socket.on("data", (piece: Buffer) => {
      const soFar = Buffer.concat([received[index] ?? Buffer.alloc(0), piece]);
      received[index] = soFar;
      answer(socket, soFar);
    });
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  // Some tests are about handshakes that the client breaks off.
  server.on("tlsClientError", () => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    received,
    hangUp,
    async close() {
      server.close();
      hangUp();
      await once(server, "close");
    },
  };
}
