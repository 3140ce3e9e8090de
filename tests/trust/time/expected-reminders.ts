import type { DueReminder } from "../../../domain/ports.ts";
import type { Settings } from "../../../domain/settings.ts";
import type { CopiedToken } from "../../../domain/token/copied-token.ts";
import type { SimulatedComputer } from "./computer.ts";
import { ExpectedRenewals } from "./expected-renewals.ts";
import { choices, wronglyShown, wrongTitle } from "./expected-words.ts";
import type { RunningApp } from "./running-app.ts";
import type { SimulatedVerifik } from "./verifik.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** The app looks at the clock once an hour at least; a minute for what else the computer does. */
const longestUnnoticedMs = hourMs + minuteMs;
const onTimeMs = 1_000;

/** Knows from the outside what a person should have been told, and notes what is wrong. */
export class ExpectedReminders {
  readonly complaints: string[] = [];
  remindersSeen = 0;
  copyRemindersSeen = 0;
  readonly renewals: ExpectedRenewals;
  notificationServer = true;
  /** Where the computer is. */
  zone = "UTC";
  /** Tokens, or copies by their moment, and their reminders that came, or that nobody is owed: switched on after their moment. */
  readonly #over = new Set<string>();
  readonly #obtainedAtMs = new Map<string, number>();
  /** Tokens whose renewal by itself was on: a reminder may come later than its moment, once a try has failed. */
  readonly #automatic = new Set<string>();
  /** The newest copied token that is still in use somewhere, and when it was copied. */
  #copied: { readonly token: string; readonly atMs: number } | undefined;
  /** Since when something is owed or shown wrongly, in time that the app could have done something about it. */
  readonly #openSinceMs = new Map<string, number>();
  /** The time of day from which on the clock has run evenly and the app with it. */
  #evenSinceMs = Number.POSITIVE_INFINITY;

  constructor(
    private readonly computer: SimulatedComputer,
    private readonly verifik: SimulatedVerifik,
    killApp: () => void,
  ) {
    const lifeOf = (token: string) => ({
      obtainedAtMs: this.#obtainedAt(token),
      expiresAtMs: this.#expiryOf(token),
    });
    this.renewals = new ExpectedRenewals(computer, verifik, lifeOf, (what) => this.#complain(what), killApp);
  }

  get app(): RunningApp | undefined {
    return this.renewals.app;
  }

  set app(app: RunningApp | undefined) {
    this.renewals.app = app;
  }

  /** The clock was set, the computer slept, the app was started, or a choice was made: it is noticed within an hour. */
  disturbed(): void {
    this.#evenSinceMs = this.computer.nowMs() + longestUnnoticedMs;
  }

  /** Until `disturbed` is called, it is not known how even the clock runs. */
  unsettled(): void {
    this.#evenSinceMs = Number.POSITIVE_INFINITY;
  }

  obtained(): void {
    const token = this.#token();
    if (token && !this.#obtainedAtMs.has(token)) this.#obtainedAtMs.set(token, this.computer.nowMs());
    if (token && this.renewals.isOn) this.#automatic.add(token);
  }

  /** The present token was copied. */
  copied(): void {
    const token = this.#token();
    if (token) this.#copied = { token, atMs: this.computer.nowMs() };
  }

  /** The person was told that the copy is not watched any more, or that it is dead. */
  copyEnded(): void {
    this.#copied = undefined;
  }

  /** Called with what was chosen before. */
  settingsChanged(before: Map<string, number>): void {
    this.disturbed();
    if (!this.app) return;
    const present = this.#token();
    const lives = [{ token: present, atMs: this.#obtainedAt(present), which: present }];
    if (this.#copied) lives.push({ ...this.#copied, which: `${this.#copied.token} ${this.#copied.atMs}` });
    for (const { token, atMs, which } of lives) {
      if (!token) continue;
      for (const [lead, beforeMs] of choices(this.app.settings.settings)) {
        const dueAtMs = this.#expiryOf(token) - beforeMs;
        const isPast = dueAtMs <= this.computer.nowMs() && this.#counts(token, dueAtMs, atMs);
        if (!before.has(lead) && isPast && this.#isKnown(token, atMs)) this.#over.add(`${which} ${lead}`);
      }
    }
  }

  reminded({ token, offsets: leads }: DueReminder, nowMs: number): void {
    const bearer = token.bearerToken.reveal();
    this.remindersSeen += 1;
    if (bearer !== this.#token()) this.#complain("a reminder of another token");
    if (leads.length === 0) {
      this.renewals.toldRejection(bearer);
      return;
    }
    if (this.renewals.mustBeSilent(bearer)) this.#complain(`${leads} although the renewal is still to come`);
    this.#checkLeads(bearer, this.#obtainedAt(bearer), leads, nowMs);
    const title = wrongTitle(this.#expiryOf(bearer) - nowMs);
    if (title) this.#complain(title);
  }

  remindedOfCopy({ token: copy, offsets: leads }: DueReminder<CopiedToken>, nowMs: number): void {
    this.copyRemindersSeen += 1;
    const copied = this.#copied;
    if (!copied) {
      this.#complain("a reminder of a copy that nobody uses");
      return;
    }
    if (copied.token === this.#token()) this.#complain("two reminders of one token");
    if (copy.expiresAtMs !== this.#expiryOf(copied.token)) this.#complain("a reminder of another copy");
    this.#checkLeads(copied.token, copied.atMs, leads, nowMs);
  }

  #checkLeads(bearer: string, fromMs: number, leads: readonly string[], nowMs: number): void {
    const chosen = this.app ? choices(this.app.settings.settings) : undefined;
    for (const lead of leads) {
      const beforeMs = chosen?.get(lead);
      if (beforeMs === undefined) this.#complain(`${lead} was not chosen`);
      const dueAtMs = this.#expiryOf(bearer) - (beforeMs ?? 0);
      if (nowMs < dueAtMs) this.#complain(`${lead} came ${dueAtMs - nowMs} ms early`);
      if (!this.#counts(bearer, dueAtMs, fromMs)) this.#complain(`${lead} of a token that came, or was copied, later`);
      if (this.#isOver(bearer, fromMs, lead)) this.#complain(`${lead} came twice, or after it was over`);
      const isOnTime = !this.#automatic.has(bearer);
      if (isOnTime && this.notificationServer && dueAtMs >= this.#evenSinceMs && nowMs - dueAtMs > onTimeMs) {
        this.#complain(`${lead} came ${nowMs - dueAtMs} ms late on a computer that was awake`);
      }
      this.#over.add(`${bearer} ${lead}`);
    }
  }

  #settings(): Settings {
    if (!this.app) throw new Error("The app does not run.");
    return this.app.settings.settings;
  }

  /** To be called at least every half hour that the app runs. */
  look(): void {
    const open = new Map<string, number>();
    for (const wrong of [...this.#owed(), ...this.#shownWrongly()]) {
      const sinceMs = this.#openSinceMs.get(wrong) ?? this.computer.awakeMs;
      open.set(wrong, sinceMs);
      if (this.computer.awakeMs - sinceMs > longestUnnoticedMs) this.#complain(`for more than an hour: ${wrong}`);
    }
    this.#openSinceMs.clear();
    for (const [wrong, sinceMs] of open) this.#openSinceMs.set(wrong, sinceMs);
  }

  /** After a wake-up that the system told of, and at the end, nothing may be open. */
  lookAtOnce(): void {
    for (const wrong of [...this.#owed(), ...this.#shownWrongly()]) this.#complain(`still, after a wake-up: ${wrong}`);
  }

  *#owed(): Generator<string> {
    if (!this.app || !this.notificationServer) return;
    const token = this.#token();
    const state = this.app.session.state.token;
    if (token && !(state.kind === "kept" && state.token.rejected)) {
      if (!this.renewals.mayBeSilent(token)) yield* this.#owedOf(token, this.#obtainedAt(token), "");
    }
    if (token && state.kind === "kept" && state.token.rejected && this.renewals.owesRejection(token)) {
      yield "that Verifik rejected the token is missing";
    }
    const copied = this.#copied;
    if (copied && copied.token !== token) yield* this.#owedOf(copied.token, copied.atMs, " of the copy");
  }

  *#owedOf(token: string, fromMs: number, which: string): Generator<string> {
    const expiresAtMs = this.#expiryOf(token);
    const nowMs = this.computer.nowMs();
    for (const [lead, beforeMs] of choices(this.#settings())) {
      const dueAtMs = expiresAtMs - beforeMs;
      const isOwed = this.#counts(token, dueAtMs, fromMs) && !this.#isOver(token, fromMs, lead);
      if (this.#isKnown(token, fromMs) && isOwed && dueAtMs <= nowMs) yield `${lead}${which} is missing`;
    }
  }

  #shownWrongly(): readonly string[] {
    const token = this.#token();
    const shown = this.app?.shown;
    return token && shown ? wronglyShown(shown, this.#expiryOf(token), this.computer.nowMs(), this.zone) : [];
  }

  /** A copy has the marks of its token, and its own: by a clock that was set back it may be older than its token. */
  #isOver(token: string, fromMs: number, lead: string): boolean {
    return this.#over.has(`${token} ${lead}`) || this.#over.has(`${token} ${fromMs} ${lead}`);
  }

  /** A reminder whose moment was before the token came, or was copied, never comes. */
  #counts(token: string, dueAtMs: number, fromMs: number): boolean {
    return this.#expiryOf(token) <= fromMs || dueAtMs > fromMs;
  }

  /** A token that had expired when it came, or was copied, tells that the clock was ahead; nothing is owed before that was set back. */
  #isKnown(token: string, fromMs: number): boolean {
    return this.#expiryOf(token) > fromMs || this.computer.nowMs() < fromMs;
  }

  #obtainedAt(token: string | undefined): number {
    return this.#obtainedAtMs.get(token ?? "") ?? Number.NaN;
  }

  #token(): string | undefined {
    const token = this.app?.session.state.token;
    return token?.kind === "kept" ? token.token.bearerToken.reveal() : undefined;
  }

  #expiryOf(token: string): number {
    return this.verifik.expiries.get(token) ?? Number.NaN;
  }

  #complain(what: string): void {
    this.complaints.push(`${new Date(this.computer.nowMs()).toISOString()}: ${what}`);
  }
}
