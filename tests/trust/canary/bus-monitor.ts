import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Haystack } from "./scan.ts";

/** Records every message on a bus with `dbus-monitor`, in the format of the wire. */
export class BusMonitor {
  readonly #chunks: Buffer[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
  }

  /** Resolves when it has recorded its first message, which shows that the bus has accepted the monitor. */
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
