import { join } from "node:path";
import type { PrivateSession } from "../desktop/private-session.ts";
import { DesktopProcess } from "../process/desktop-process.ts";
import { electronBinary } from "./electron-binary.ts";

const STANDARD_OUTPUT = 1;

/** The minimal tray app in `fixture-app/`, on a private desktop. */
export class FixtureApp {
  readonly #process: DesktopProcess;

  private constructor(process: DesktopProcess) {
    this.#process = process;
  }

  static async start({ env }: Pick<PrivateSession, "env">): Promise<FixtureApp> {
    // Chromium's sandbox does not run as root.
    const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const args = [join(import.meta.dirname, "fixture-app"), "--disable-gpu", ...sandbox];
    return new FixtureApp(await DesktopProcess.start(electronBinary(), args, { env }));
  }

  /** Waits for a report of the app that matches. */
  async report(pattern: RegExp): Promise<unknown> {
    return JSON.parse(await this.#process.line(STANDARD_OUTPUT, pattern));
  }

  end(): Promise<void> {
    return this.#process.end();
  }
}
