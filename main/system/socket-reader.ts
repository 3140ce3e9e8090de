import type { Socket } from "node:net";

/**
 * Takes a socket's bytes in portions of the length that the caller needs, however the sender cut them. One caller at a time.
 * A waiting call rejects when the socket fails or ends. It rejects with an AbortError when the socket's signal aborts.
 */
export class SocketReader {
  #received: Buffer = Buffer.alloc(0);
  #failure: Error | undefined;
  #wake = () => {};

  constructor(socket: Socket) {
    const fail = (reason: Error) => {
      this.#failure ??= reason;
      this.#wake();
    };
    socket.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#wake();
    });
    socket.on("error", fail);
    for (const event of ["end", "close"]) socket.on(event, () => fail(new Error("the server closed the connection")));
  }

  /** Resolves once so many bytes have come. */
  async take(count: number): Promise<Buffer> {
    while (this.#received.length < count) {
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const bytes = this.#received.subarray(0, count);
    this.#received = this.#received.subarray(count);
    return bytes;
  }
}
