import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DEFAULT_TIMEOUT_MS } from "../../tests/desktop/condition.ts";
import type { Clip } from "../../tests/desktop/screenshot.ts";

/** The person's mouse and keyboard, by xdotool. */
export class XInput {
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  async movePointer(x: number, y: number): Promise<void> {
    await this.#xdotool("mousemove", String(x), String(y));
  }

  async click(button: "left" | "right"): Promise<void> {
    await this.#xdotool("click", button === "left" ? "1" : "3");
  }

  async press(key: string): Promise<void> {
    await this.#xdotool("key", key);
  }

  /** Where the visible window of that title is. Rejects if there is none. */
  async windowPlace(title: string): Promise<Clip> {
    const geometry = await this.#xdotool(
      ...["search", "--onlyvisible", "--name", `^${title}$`],
      ...["getwindowgeometry", "--shell"],
    );
    const field = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(geometry)?.[1]);
    return { x: field("X"), y: field("Y"), width: field("WIDTH"), height: field("HEIGHT") };
  }

  async #xdotool(...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)("xdotool", args, { env: this.#env, timeout: DEFAULT_TIMEOUT_MS });
    return stdout;
  }
}
