import type { Failure } from "../../../domain/failure.ts";
import { err, type Result } from "../../../domain/result.ts";
import type { Secret } from "../../../domain/secret.ts";
import { oneOf, type SimulatedComputer, settled } from "./computer.ts";
import type { RunningApp } from "./running-app.ts";
import type { SimulatedVerifik } from "./verifik.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export const slowAnswerMs = 20_000;

/** How Verifik and the way to it are for a while. A lost answer has minted a token; a killed app hears none. */
const weathers = [
  ...[
    "fair",
    "fair",
    "fair",
    "fair",
    "fair",
    "fair",
    "fair",
    "fair",
    "offline",
    "lost answers",
    "unwell",
    "overloaded",
  ],
  ...["forbidden", "rejecting", "short tokens", "killed at the call"],
] as const;
type Weather = (typeof weathers)[number];

interface Life {
  readonly obtainedAtMs: number;
  readonly expiresAtMs: number;
}

interface Tries {
  minted: number;
  failed: boolean;
  refusals: number;
  over: boolean;
  rejected: boolean;
  told: boolean;
  /** Unix time of the world, ms; `undefined` after the clock was set. */
  lastAtMs: number | undefined;
}

/** Knows from the outside when the app may renew by itself, answers it, and notes what is wrong. */
export class ExpectedRenewals {
  weather: Weather = "fair";
  renewals = 0;
  failures = 0;
  /** A request is on its way, and its answer takes so long that something may come between. */
  isAnswerSlow = false;
  app: RunningApp | undefined;
  readonly #tries = new Map<string, Tries>();
  #pausedUntilMs = 0;

  constructor(
    private readonly computer: SimulatedComputer,
    private readonly verifik: SimulatedVerifik,
    private readonly lifeOf: (token: string) => Life,
    private readonly complain: (what: string) => void,
    /** Ends the app's process. */
    private readonly kill: () => void,
  ) {
    verifik.onAutomaticRenewal = (token, months) => this.#answer(token.reveal(), months);
  }

  get isOn(): boolean {
    return this.app?.settings.settings.automaticRenewal === "on";
  }

  /** The computer woke up and said so, the app was started, or the renewal was switched on. */
  paused(): void {
    this.#pausedUntilMs = this.computer.awakeMs + minuteMs;
  }

  changeWeather(): void {
    this.weather = oneOf(this.computer.random, weathers);
  }

  clockSet(): void {
    for (const tries of this.#tries.values()) tries.lastAtMs = undefined;
  }

  /** No reminder of the token is owed yet: its renewal is still to come, and no try has failed. */
  mayBeSilent(token: string): boolean {
    if (!this.isOn || !this.#isOpen(token) || this.#triesOf(token).failed) return false;
    return (
      this.computer.nowMs() <= this.#window(token).latestMs || this.computer.awakeMs <= this.#pausedUntilMs + minuteMs
    );
  }

  /** A reminder would come although the renewal is still to come. */
  mustBeSilent(token: string): boolean {
    if (!this.isOn || !this.#isOpen(token) || this.#triesOf(token).failed) return false;
    return this.computer.nowMs() < this.#window(token).earliestMs && !this.computer.diskFull;
  }

  /** Verifik rejected the token at a renewal by itself, and the person was not told. */
  owesRejection(token: string): boolean {
    const { rejected, told } = this.#triesOf(token);
    return rejected && !told;
  }

  toldRejection(token: string): void {
    const tries = this.#triesOf(token);
    if (!tries.rejected) this.complain("the rejection of a token that Verifik accepts");
    if (tries.told) this.complain("the rejection came twice");
    tries.told = true;
  }

  async #answer(token: string, months: number): Promise<Result<Secret, Failure>> {
    this.#check(token, months);
    const tries = this.#triesOf(token);
    tries.lastAtMs = this.computer.worldMs;
    // A killed app only knows that it has tried.
    tries.failed = true;
    const answer = this.#weatherAnswer(tries);
    if (tries.minted > 3) this.complain(`token ${tries.minted} of one life`);
    if (this.weather === "killed at the call") {
      this.weather = "fair";
      // The alarm that is ringing sets itself again first.
      await settled();
      this.kill();
      return new Promise(() => {});
    }
    this.isAnswerSlow = this.computer.random() < 0.5;
    await this.computer.wait(this.isAnswerSlow ? slowAnswerMs : 3_000 * this.computer.random());
    this.isAnswerSlow = false;
    if (answer.ok) this.renewals += 1;
    else this.failures += 1;
    return answer;
  }

  #check(token: string, months: number): void {
    const { app, computer } = this;
    const state = app?.session.state;
    const tries = this.#triesOf(token);
    const { earliestMs } = this.#window(token);
    const nowMs = computer.nowMs();
    if (!this.isOn) this.complain("a renewal that nobody has switched on");
    if (months !== 1) this.complain(`a renewal for ${months} months`);
    if (state?.token.kind !== "kept" || state.token.token.bearerToken.reveal() !== token)
      this.complain("another token");
    else if (state.token.token.rejected) this.complain("a renewal of a rejected token");
    if (state?.login.step !== "idle") this.complain("a renewal during a login");
    if (!this.#isOpen(token)) this.complain("a renewal of a token that has expired or lives too short");
    // A further try has waited long enough by the time that has passed, also when the clock was set back since the one before.
    if (!tries.failed && nowMs < earliestMs) this.complain(`a renewal ${earliestMs - nowMs} ms early`);
    if (computer.awakeMs < this.#pausedUntilMs)
      this.complain("a renewal within a minute of wake-up, start or switching on");
    if (computer.diskFull) this.complain("a renewal that could not be noted");
    if (tries.over) this.complain("a renewal after the last one");
    const sinceMs = computer.worldMs - (tries.lastAtMs ?? Number.NEGATIVE_INFINITY);
    if (sinceMs < 0.79 * hourMs) this.complain(`a renewal ${sinceMs} ms after the one before`);
  }

  #weatherAnswer(tries: Tries): Result<Secret, Failure> {
    const minted = (lifetimeMs: number) => {
      tries.minted += 1;
      return this.verifik.mint(lifetimeMs);
    };
    switch (this.weather) {
      case "fair":
        return { ok: true, value: minted(this.verifik.lifetimeMs) };
      case "short tokens":
        return { ok: true, value: minted(hourMs) };
      case "killed at the call":
      case "lost answers":
        minted(this.verifik.lifetimeMs);
        return err({ kind: "timed-out" });
      case "offline":
        return err({ kind: "unreachable", reason: "offline" });
      case "unwell":
        return err({ kind: "server-unwell", status: 503 });
      case "overloaded":
        return err({ kind: "too-many-requests", waitSeconds: 3 * 3600 });
      case "forbidden":
        tries.refusals += 1;
        if (tries.refusals >= 3) tries.over = tries.rejected = true;
        return err({ kind: "token-rejected", status: 403 });
      case "rejecting":
        tries.over = tries.rejected = true;
        return err({ kind: "token-rejected", status: 401 });
    }
  }

  #isOpen(token: string): boolean {
    const { obtainedAtMs, expiresAtMs } = this.lifeOf(token);
    return expiresAtMs - obtainedAtMs >= 2 * dayMs && this.computer.nowMs() < expiresAtMs;
  }

  #window(token: string): { readonly earliestMs: number; readonly latestMs: number } {
    const { obtainedAtMs, expiresAtMs } = this.lifeOf(token);
    const at = (share: number) =>
      Math.max(obtainedAtMs + share * (expiresAtMs - obtainedAtMs), expiresAtMs - 10 * dayMs);
    return { earliestMs: at(2 / 3 - 0.03) - 1, latestMs: at(2 / 3 + 0.03) + 1 };
  }

  #triesOf(token: string): Tries {
    const none = {
      minted: 0,
      failed: false,
      refusals: 0,
      over: false,
      rejected: false,
      told: false,
      lastAtMs: undefined,
    };
    const tries = this.#tries.get(token) ?? none;
    this.#tries.set(token, tries);
    return tries;
  }
}
