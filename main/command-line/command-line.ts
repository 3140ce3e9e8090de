import type { Clock } from "../../domain/ports.ts";
import type { Settings } from "../../domain/settings.ts";
import type { CommandLineView } from "../../preload/contract.ts";
import { log } from "../log/log.ts";
import type { SettingsStore } from "../storage/settings-store.ts";
import { CommandServer } from "./command-server.ts";
import type { Answer, Request } from "./protocol.ts";
import type { SocketPlace } from "./socket-places.ts";

interface CommandLineParts {
  readonly settings: Pick<SettingsStore, "settings" | "onChanged" | "change">;
  readonly clock: Pick<Clock, "nowMs">;
  /** Where to listen: a named pipe, or the places of a socket and the user that they must belong to. */
  readonly address: { readonly pipe: string } | { readonly places: readonly SocketPlace[]; readonly uid: number };
  /** Makes the answers, once the stored token is being loaded. `onGiven` is to be called for each token that is given. */
  readonly createAnswers: (loaded: Promise<unknown>, onGiven: () => void) => (request: Request) => Promise<Answer>;
  /** Shows a notification. Resolves to true once it is shown. */
  readonly notify: (news: CommandLineNews) => Promise<boolean>;
  readonly onChanged: () => void;
}

/** "found-on": at a start, although nobody has switched it on in the window. "first-use": the first token given since then. */
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
    return { state: this.#state, uses: this.#uses };
  }

  /** Follows the setting from now on. `loaded` settles when the stored token is loaded. */
  start(loaded: Promise<unknown>): void {
    const { settings, createAnswers } = this.parts;
    this.#server = new CommandServer(createAnswers(loaded, () => this.#noteUse()));
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
    const uses = this.#uses && isSameDay(this.#uses.sinceMs, nowMs) ? this.#uses : { count: 0, sinceMs: nowMs };
    const count = uses.count + 1;
    this.#uses = { count, sinceMs: uses.sinceMs, lastAtMs: nowMs };
    // A script may ask each second, and the log would hold nothing else.
    if (/^10*$/.test(String(count))) log({ kind: "token-given", times: count });
    if (this.parts.settings.settings.commandLineKnown !== "used") void this.#tell("first-use", "used");
    this.parts.onChanged();
  }

  #follow(): void {
    this.#following = this.#following.then(() => this.#apply());
  }

  async #apply(): Promise<void> {
    const { commandLine } = this.parts.settings.settings;
    if (commandLine === (this.#state !== "off")) return;
    if (commandLine) {
      this.#state = (await this.#listen()) ? "on" : "no-place";
    } else {
      this.stop();
      this.#state = "off";
      this.#uses = undefined;
    }
    log({ kind: "command-line", state: this.#state });
    this.parts.onChanged();
  }

  async #listen(): Promise<boolean> {
    const { address } = this.parts;
    if (!this.#server) return false;
    if ("pipe" in address) return this.#server.listen(address.pipe);
    return this.#server.listenInFirst(address.places, address.uid);
  }

  /** Remembers only what was shown, so that the next use, or the next start, tries again. */
  async #tell(news: CommandLineNews, known: NonNullable<Settings["commandLineKnown"]>): Promise<void> {
    if (this.#isNotifying) return;
    this.#isNotifying = true;
    const isShown = await this.parts.notify(news);
    const { settings } = this.parts;
    // Not after it was switched off meanwhile. If the disk refuses, it is told again.
    if (isShown && settings.settings.commandLine) await settings.change({ commandLineKnown: known });
    this.#isNotifying = false;
  }
}

/** Days as the person's calendar has them. */
function isSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}
