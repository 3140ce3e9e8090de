import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Clip } from "../../desktop-lab/desktop/screenshot.ts";
import { DEFAULT_TIMEOUT_MS } from "../../desktop-lab/process/condition.ts";
import { hasErrorCode } from "../../desktop-lab/process/error-code.ts";

/** Mouse and keyboard, with xdotool. */
export class XInput {
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  async movePointer(x: number, y: number): Promise<void> {
    await this.#xdotool("mousemove", String(x), String(y));
  }

  async rightClick(): Promise<void> {
    await this.#xdotool("click", "3");
  }

  async press(key: string): Promise<void> {
    await this.#xdotool("key", key);
  }

  /** Position and size of the visible window with that title, or undefined. */
  async windowPlace(title: string): Promise<Clip | undefined> {
    try {
      const found = ["search", "--onlyvisible", "--name", `^${title}$`];
      const geometry = await this.#xdotool(...found, "getwindowgeometry", "--shell");
      const field = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(geometry)?.[1]);
      return { x: field("X"), y: field("Y"), width: field("WIDTH"), height: field("HEIGHT") };
    } catch (error) {
      // The exit code if no window matches.
      if (hasErrorCode(error, "1")) return undefined;
      throw error;
    }
  }

  async #xdotool(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)("xdotool", args, { env: this.#env, timeout: DEFAULT_TIMEOUT_MS });
    return stdout;
  }
}
