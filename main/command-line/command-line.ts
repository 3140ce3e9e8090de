import type { Clock } from "../../domain/ports.ts";
import type { Settings } from "../../domain/settings.ts";
import type { CommandLineView } from "../../preload/contract.ts";
import { log } from "../log/log.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import { CommandServer } from "./command-server.ts";
import type { Answer, Request } from "./protocol.ts";

interface CommandLineParts {
  readonly settings: Pick<SettingsStore, "settings" | "onChanged" | "change">;
  readonly clock: Pick<Clock, "nowMs">;
  /** Makes this server listen where commands ask. Resolves to false if there is no place for it. */
  readonly listen: (server: CommandServer) => Promise<boolean>;
  /** Makes the answers, once the stored token is being loaded. */
  readonly createAnswers: (loaded: Promise<unknown>) => (request: Request) => Promise<Answer>;
  /** Shows a notification. Resolves to true once it is shown. */
  readonly notify: (news: CommandLineNews) => Promise<boolean>;
  readonly onChanged: () => void;
}

/**
 * "found-on": a start found the setting on, although it was not switched on in the window. "first-use": a command got its first token
 * since the setting was switched on.
 */
export type CommandLineNews = "found-on" | "first-use";

/** Listens for commands while the setting is on, and remembers how often the token was given today. */
export class CommandLine {
  #server: CommandServer | undefined;
  #state: CommandLineView["state"] = "off";
  #uses: CommandLineView["uses"];
  #following = Promise.resolve();
  #isNotifying = false;

  constructor(private readonly parts: CommandLineParts) {}

  get view(): CommandLineView {
    return { state: this.#state, uses: this.#usesToday() };
  }

  /** Follows the setting from now on. `loaded` settles when the stored token is loaded. */
  start(loaded: Promise<unknown>): void {
    const { settings, createAnswers } = this.parts;
    this.#server = new CommandServer(createAnswers(loaded), () => this.#noteUse());
    settings.onChanged(() => this.#follow());
    this.#follow();
    const { commandLine, commandLineKnown } = settings.settings;
    if (commandLine && commandLineKnown === undefined) void this.#tell("found-on", "switched-on");
  }

  stop(): void {
    this.#server?.stop();
  }

  #noteUse(): void {
    const nowMs = this.parts.clock.nowMs();
    const uses = this.#usesToday();
    const count = (uses?.count ?? 0) + 1;
    this.#uses = { count, sinceMs: uses?.sinceMs ?? nowMs, lastAtMs: nowMs };
    // A script may ask each second, and the log would hold nothing else.
    if (/^10*$/.test(String(count))) log({ kind: "token-given", times: count });
    if (this.parts.settings.settings.commandLineKnown !== "used") void this.#tell("first-use", "used");
    this.parts.onChanged();
  }

  #usesToday(): CommandLineView["uses"] {
    return this.#uses && isSameDay(this.#uses.sinceMs, this.parts.clock.nowMs()) ? this.#uses : undefined;
  }

  #follow(): void {
    this.#following = this.#following.then(() => this.#apply());
  }

  async #apply(): Promise<void> {
    const { commandLine } = this.parts.settings.settings;
    if (commandLine === (this.#state !== "off")) return;
    if (commandLine) {
      const isListening = this.#server !== undefined && (await this.parts.listen(this.#server));
      this.#state = isListening ? "on" : "no-place";
    } else {
      this.stop();
      this.#state = "off";
      this.#uses = undefined;
    }
    log({ kind: "command-line", state: this.#state });
    this.parts.onChanged();
  }

  /** Remembers only a notification that was shown, so that the next use, or the next start, tries again. */
  async #tell(news: CommandLineNews, known: NonNullable<Settings["commandLineKnown"]>): Promise<void> {
    if (this.#isNotifying) return;
    this.#isNotifying = true;
    const isShown = await this.parts.notify(news);
    const { settings } = this.parts;
    // Not after it was switched off meanwhile. If the disk refuses, the notification comes again.
    if (isShown && settings.settings.commandLine) await settings.change({ commandLineKnown: known });
    this.#isNotifying = false;
  }
}

/** Days as the person's calendar has them. */
function isSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}
