import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "@playwright/test";

/** A window of the system's own, used as a person does: by its keyboard. Without a window manager it has to be given the focus. */
export class SystemDialog {
  private constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly window: string,
  ) {}

  /** Waits for a window with that title. */
  static async open(env: NodeJS.ProcessEnv, title: string): Promise<SystemDialog> {
    const find = () => windowsNamed(env, `^${title}$`);
    await expect.poll(async () => (await find()).length).toBe(1);
    const [window = ""] = await find();
    await xdotool(env, "windowfocus", "--sync", window);
    return new SystemDialog(env, window);
  }

  /** Of a file: types the whole path over the name that is proposed. */
  async saveAs(path: string): Promise<void> {
    await xdotool(this.env, "key", "ctrl+a");
    await xdotool(this.env, "type", "--delay", "5", path);
    await this.answer("Return");
  }

  /** Presses the key, and waits until the window is gone. */
  async answer(key: "Return" | "Escape"): Promise<void> {
    await xdotool(this.env, "key", key);
    await expect.poll(async () => (await windowsNamed(this.env, ".*")).includes(this.window)).toBe(false);
  }
}

async function windowsNamed(env: NodeJS.ProcessEnv, title: string): Promise<string[]> {
  // It fails when there is none.
  const found = await xdotool(env, "search", "--onlyvisible", "--name", title).catch(() => "");
  return found.split("\n").filter((line) => line !== "");
}

async function xdotool(env: NodeJS.ProcessEnv, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("xdotool", args, { env, timeout: 10_000 });
  return stdout;
}
