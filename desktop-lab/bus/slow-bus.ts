import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A way to a bus that accepts connections and stays silent, as at a slow login, until `resume`. */
export class SlowBus {
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer({ pauseOnConnect: true }, (client) => {
    this.#sockets.add(client);
    void this.#resumed.then(() => this.#forward(client));
  });
  readonly #busPath: string;
  /** Lets the connections through, now and later. */
  resume = () => {};
  readonly #resumed = new Promise<void>((resolve) => {
    this.resume = resolve;
  });

  private constructor(busAddress: string) {
    this.#busPath = /path=([^,]+)/.exec(busAddress)?.[1] ?? "";
  }

  static async start(busAddress: string): Promise<SlowBus> {
    const bus = new SlowBus(busAddress);
    bus.#server.listen(`${bus.#busPath}-slow`);
    await once(bus.#server, "listening");
    return bus;
  }

  get address(): string {
    return `unix:path=${this.#busPath}-slow`;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #forward(client: Socket): void {
    const bus = connect(this.#busPath);
    this.#sockets.add(bus);
    for (const [from, to] of [
      [client, bus],
      [bus, client],
    ] as const) {
      from.on("error", () => to.destroy());
      from.pipe(to);
    }
    client.resume();
  }
}
