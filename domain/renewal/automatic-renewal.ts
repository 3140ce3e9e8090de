import type { Failure } from "../failure.ts";
import type { Clock, KeptToken } from "../ports.ts";
import type { Result } from "../result.ts";
import type { Session } from "../session/session.ts";
import type { KeptState } from "../session/session-state.ts";
import type { RenewedByItself } from "../session/token-operations.ts";
import type { CurrentSettings } from "../settings.ts";
import { tokenStatus } from "../token/bearer-token.ts";
import { type RenewalFailure, type RenewalRecord, untried } from "../token/renewal-record.ts";
import { countTry, failedTry, lostReply, recordAfter, shorterLife } from "./next-record.ts";
import { plannedRenewalAtMs, type RenewalPlan } from "./renewal-plan.ts";

/** No try comes sooner after a wake-up, the start or the switching on: networks and people need a moment. */
const shortestPauseMs = 60_000;
const longestPauseMs = 120_000;
/** A renewal that has been due for longer silences no reminder: something holds it up. In elapsed time, which counts sleep. */
const longestSilenceMs = 2 * 60 * 60 * 1000;

/** Why `settle` is called. "off-time": the timer rang far from its moment, as after a sleep or when the clock was set. */
export type Occasion = "on-time" | "off-time" | "woke";

/** A try that has ended, for the log. `superseded`: a login or a log-out came in between. */
export interface EndedTry {
  readonly outcome: "renewed" | "superseded" | RenewalFailure;
  readonly tries: number;
  readonly minted: number;
}

/**
 * Renews the present token by itself while that is switched on. It has no timer: the caller asks `nextInMs` and calls `settle`.
 * `plan` says when; `settle` runs one try and notes its end; next-record.ts says when the next one comes.
 */
export class AutomaticRenewal {
  /** On the clock's `elapsedMs()`. */
  #pausedUntilMs = 0;
  /** The plan from before the call that is under way. */
  #underWay: RenewalPlan | undefined;
  #notesRefused = false;
  /** Since when a renewal has been due, on the clock's `elapsedMs()`. */
  #dueSinceMs: number | undefined;

  /** `random` returns a number from 0 to 1. */
  constructor(
    private readonly session: Session,
    private readonly settings: CurrentSettings,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {
    let wasReady = false;
    const pauseWhenReady = () => {
      // The keyring may ask for its password, so a token can be loaded long after the start.
      const isReady = this.isOn && this.#present() !== undefined;
      if (isReady && !wasReady) this.#pause();
      wasReady = isReady;
    };
    session.onChanged(pauseWhenReady);
    settings.onChanged(pauseWhenReady);
    pauseWhenReady();
  }

  get isOn(): boolean {
    return this.settings.settings.automaticRenewal === "on";
  }

  /** When the present token came by an automatic renewal, Unix time in ms; else `undefined`. */
  get renewedAtMs(): number | undefined {
    const present = this.#present();
    const record = present && this.#recordOf(present.token);
    return record?.renewed ? record.obtainedAtMs : undefined;
  }

  /** When the present token is renewed by itself, and what is in the way. */
  plan(): RenewalPlan {
    if (this.#underWay) return this.#underWay;
    const present = this.#present();
    if (!this.isOn || !present) return { nextAtMs: undefined, problem: undefined };
    if (present.storage === "memory-without-keyring")
      return { nextAtMs: undefined, problem: { kind: "needs-keyring" } };
    if (present.storage === "memory-after-write-failure")
      return { nextAtMs: undefined, problem: { kind: "needs-disk" } };
    const { token } = present;
    const record = this.#recordOf(token);
    const { triedAtMs } = record;
    // A check has shown since that Verifik accepts the token.
    const failure = record.failure === "token-rejected" && !token.rejected ? "refused" : record.failure;
    const plannedAtMs = failure ? record.nextAtMs : plannedRenewalAtMs(token);
    const isOpen = !token.rejected && !this.#isExpired(token);
    const nextAtMs = isOpen && plannedAtMs !== undefined ? this.#afterPause(plannedAtMs) : undefined;
    if (failure && triedAtMs !== undefined) {
      return { nextAtMs, problem: { kind: "failed", failure, atMs: triedAtMs, triesOver: nextAtMs === undefined } };
    }
    if (!isOpen) return { nextAtMs, problem: undefined };
    if (nextAtMs === undefined) return { nextAtMs, problem: { kind: "short-life" } };
    if (this.#notesRefused) return { nextAtMs, problem: { kind: "needs-disk" } };
    const isBlocked = nextAtMs <= this.clock.nowMs() && this.session.state.login.step !== "idle";
    return { nextAtMs, problem: isBlocked ? { kind: "login-under-way" } : undefined };
  }

  /** Time in ms until the next try, never below 0; `undefined` if nothing is planned, or something has to change before. */
  nextInMs(): number | undefined {
    const { nextAtMs } = this.plan();
    if (nextAtMs === undefined || this.#underWay || this.#notesRefused) return undefined;
    const inMs = Math.max(0, nextAtMs - this.clock.nowMs());
    return inMs === 0 && this.#isBlocked() ? undefined : inMs;
  }

  /** True while a renewal is expected and no try has failed: then no reminder is needed. Never for an expired token. */
  silencesReminders(): boolean {
    const { nextAtMs, problem } = this.plan();
    const present = this.#present();
    if (problem || nextAtMs === undefined || !present || this.#isExpired(present.token)) return false;
    const dueForMs = this.#dueSinceMs === undefined ? 0 : this.clock.elapsedMs() - this.#dueSinceMs;
    return dueForMs < longestSilenceMs && (this.#underWay !== undefined || nextAtMs > this.clock.nowMs());
  }

  /** Verifik rejected the present token at an automatic renewal, and the person was not told yet. */
  isRejectionUntold(): boolean {
    const present = this.#present();
    if (!present?.token.rejected) return false;
    const { failure, rejectionTold } = this.#recordOf(present.token);
    return failure === "token-rejected" && !rejectionTold;
  }

  markRejectionTold(): void {
    const present = this.#present();
    if (present) this.session.renewals.note({ ...this.#recordOf(present.token), rejectionTold: true });
  }

  /** Runs the try that is due, if one is. Resolves when the try has ended. */
  async settle(occasion: Occasion): Promise<EndedTry | undefined> {
    // A timer that is always late must not extend a pause again and again.
    const isPauseOver = this.clock.elapsedMs() > this.#pausedUntilMs + longestPauseMs;
    if (occasion === "woke" || (occasion === "off-time" && isPauseOver)) this.#pause();
    this.#noteDue();
    this.#correctTryAhead();
    // An hour ago at most. The disk may have room again.
    this.#notesRefused = false;
    const present = this.#present();
    if (!present || this.nextInMs() !== 0) return undefined;
    const { token } = present;
    const tried = countTry(this.#recordOf(token), this.clock.nowMs());
    // Before the notes change, because the window shows the plan then.
    this.#underWay = this.plan();
    try {
      if (!this.session.renewals.noteBefore(recordAfter(tried, lostReply, this.#now(token)))) {
        this.#notesRefused = true;
        return undefined;
      }
      return this.#end(token, tried, await this.session.renewByItself(token));
    } finally {
      this.#underWay = undefined;
    }
  }

  /** Notes the end of a try. Marks a rejected token; a reminder then tells the person. */
  #end(token: KeptToken, tried: RenewalRecord, renewed: Result<RenewedByItself, Failure>): EndedTry {
    // Before the notes change, because the timer asks for the next try then.
    this.#underWay = undefined;
    const { tries, minted } = tried;
    if (renewed.ok && renewed.value.kind === "superseded") return { outcome: "superseded", tries, minted };
    if (renewed.ok && renewed.value.kind === "renewed") {
      this.session.renewals.note(untried(renewed.value.token.obtainedAtMs, true));
      return { outcome: "renewed", tries, minted: minted + 1 };
    }
    const failed = renewed.ok ? shorterLife : failedTry(renewed.error);
    const record = recordAfter(tried, failed, this.#now(token));
    this.session.renewals.note(record);
    const present = this.session.tokens.ifCurrent(token);
    if (record.failure === "token-rejected" && present) this.session.tokens.update(present, { rejected: true });
    return { outcome: record.failure, tries, minted: record.minted };
  }

  /** Notes since when the present token's first try has been due. */
  #noteDue(): void {
    const present = this.#present();
    const plannedAtMs = this.isOn && present ? plannedRenewalAtMs(present.token) : undefined;
    const isDue = plannedAtMs !== undefined && plannedAtMs <= this.clock.nowMs();
    this.#dueSinceMs = isDue ? (this.#dueSinceMs ?? this.clock.elapsedMs()) : undefined;
  }

  /** The clock was ahead at the last try, and was set back since: the wait counts from now, and not before the planned moment. */
  #correctTryAhead(): void {
    const present = this.#present();
    if (!present) return;
    const record = this.#recordOf(present.token);
    const aheadMs = (record.triedAtMs ?? 0) - this.clock.nowMs();
    if (!record.triedAtMs || aheadMs <= 0) return;
    const plannedAtMs = plannedRenewalAtMs(present.token) ?? 0;
    const nextAtMs = record.nextAtMs && Math.max(plannedAtMs, record.nextAtMs - aheadMs);
    this.session.renewals.note({ ...record, triedAtMs: record.triedAtMs - aheadMs, nextAtMs });
  }

  #isExpired(token: KeptToken): boolean {
    return tokenStatus(token, this.clock.nowMs()) === "expired";
  }

  #isBlocked(): boolean {
    const { state } = this.session;
    const isStored = state.token.kind === "kept" && state.token.storage === "keyring";
    return !isStored || state.login.step !== "idle" || this.session.isReplacingToken;
  }

  #present(): KeptState | undefined {
    const { token } = this.session.state;
    return token.kind === "kept" ? token : undefined;
  }

  #recordOf({ obtainedAtMs }: KeptToken): RenewalRecord {
    const { renewal } = this.session.state;
    return renewal?.obtainedAtMs === obtainedAtMs ? renewal : untried(obtainedAtMs);
  }

  #pause(): void {
    const pauseMs = shortestPauseMs + this.random() * (longestPauseMs - shortestPauseMs);
    this.#pausedUntilMs = this.clock.elapsedMs() + pauseMs;
  }

  #afterPause(atMs: number): number {
    return Math.max(atMs, Math.ceil(this.clock.nowMs() + this.#pausedUntilMs - this.clock.elapsedMs()));
  }

  #now({ expiresAtMs }: KeptToken) {
    return { nowMs: this.clock.nowMs(), expiresAtMs, random: this.random() };
  }
}
