import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Browser, chromium, type Page } from "@playwright/test";
import { DEFAULT_TIMEOUT_MS, withDeadline } from "../../desktop-lab/process/condition.ts";
import { output } from "./commands.ts";

export const installedFolder = "/opt/Verifik Tray";
export const program = `${installedFolder}/verifik-tray`;
export const desktopEntry = "/usr/share/applications/io.github.verifik_tray.VerifikTray.desktop";

/** The version of the installed package, as dpkg knows it. */
export function installedVersion(): string {
  return output("dpkg-query", "--show", "verifik-tray").trim().split("\t")[1] ?? "";
}

type Environment = Readonly<Record<string, string>>;

/** Starts what a desktop entry says, as a menu does, and does not wait for it to end. */
export async function launchEntry(file: string, env: Environment): Promise<void> {
  const launcher = spawn("gio", ["launch", file], { env, stdio: "ignore", detached: true });
  launcher.unref();
  await once(launcher, "spawn");
}

/** A program that was started by its path, with all that it has written. */
export class StartedProgram {
  output = "";
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;
  #browser: Browser | undefined;

  constructor(path: string, args: readonly string[], env: Environment) {
    this.#child = spawn(path, ["--disable-gpu", ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    this.#exited = once(this.#child, "exit").then(([code]) => code);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
      });
    }
  }

  /** The window, over the debugging port: what Playwright usually drives Electron by, --inspect, is fused off. */
  async window(): Promise<Page> {
    this.#browser ??= await chromium.connectOverCDP(await this.#debuggerAddress(), { noDefaults: true });
    const context = this.#browser.contexts()[0];
    if (!context) throw new Error("The program shows no window.");
    const page = context.pages()[0] ?? (await context.waitForEvent("page"));
    await page.getByRole("main").waitFor();
    return page;
  }

  /** Resolves with the exit code; `null` after a signal. */
  exited(): Promise<number | null> {
    return withDeadline(this.#exited, DEFAULT_TIMEOUT_MS, () => `it does not end.\n${this.output}`);
  }

  async #debuggerAddress(): Promise<string> {
    const line = /DevTools listening on (ws:\S+)/;
    const found = new Promise<string>((resolve) => {
      const search = () => {
        const address = line.exec(this.output)?.[1];
        if (address !== undefined) resolve(address);
      };
      this.#child.stderr?.on("data", search);
      search();
    });
    return withDeadline(found, DEFAULT_TIMEOUT_MS, () => `no debugging port.\n${this.output}`);
  }
}
