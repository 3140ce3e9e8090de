import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Haystack } from "./scan.ts";

/** Everything that travels over a bus, as `dbus-monitor` records it: whole messages, as they are on the wire. */
export class BusMonitor {
  readonly #chunks: Buffer[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
  }

  /** Resolves when the first message has been recorded: the bus then sees it as a monitor. */
  static async start(busAddress: string): Promise<BusMonitor> {
    const child = spawn("dbus-monitor", ["--address", busAddress, "--binary"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const monitor = new BusMonitor(child);
    await once(child.stdout, "data");
    return monitor;
  }

  get recorded(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  async stop(): Promise<Haystack> {
    this.child.kill();
    await once(this.child, "close");
    return { place: "D-Bus", content: this.recorded };
  }
}
