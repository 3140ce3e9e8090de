import { vi } from "vitest";
import type { Failure } from "../../../domain/failure.ts";
import type { PhoneNumber } from "../../../domain/phone/phone-number.ts";
import type {
  Account,
  Clock,
  KeptToken,
  LoadedToken,
  NumberMemory,
  OtpConfirmed,
  OtpSent,
  TokenStorage,
  TokenVault,
  VerifikApi,
} from "../../../domain/ports.ts";
import { err, ok, type Result } from "../../../domain/result.ts";
import { Secret } from "../../../domain/secret.ts";
import { Session } from "../../../domain/session/session.ts";

/** A call that waits until the test answers it. */
interface Waiting<Value> {
  readonly answer: (result: Result<Value, Failure>) => void;
}

interface LoginCall<Value> extends Waiting<Value> {
  readonly phone: PhoneNumber;
  readonly otp?: string | undefined;
  readonly authenticatorOtp?: string | undefined;
}

interface TokenCall<Value> extends Waiting<Value> {
  readonly bearerToken: string;
  readonly months?: number;
}

export class FakeVerifikApi implements VerifikApi {
  readonly otpRequests: LoginCall<OtpSent>[] = [];
  readonly confirmations: LoginCall<OtpConfirmed>[] = [];
  readonly checks: TokenCall<Account>[] = [];
  readonly renewals: TokenCall<Secret>[] = [];
  readonly revocations: TokenCall<Secret>[] = [];

  requestOtp(phone: PhoneNumber): Promise<Result<OtpSent, Failure>> {
    return new Promise((answer) => this.otpRequests.push({ phone, answer }));
  }

  confirmOtp(phone: PhoneNumber, otp: Secret, second?: Secret): Promise<Result<OtpConfirmed, Failure>> {
    const codes = { otp: otp.reveal(), authenticatorOtp: second?.reveal() };
    return new Promise((answer) => this.confirmations.push({ phone, ...codes, answer }));
  }

  readAccount(bearerToken: Secret): Promise<Result<Account, Failure>> {
    return new Promise((answer) => this.checks.push({ bearerToken: bearerToken.reveal(), answer }));
  }

  renewToken(bearerToken: Secret, months: number): Promise<Result<Secret, Failure>> {
    return new Promise((answer) => this.renewals.push({ bearerToken: bearerToken.reveal(), months, answer }));
  }

  revokeTokens(bearerToken: Secret): Promise<Result<Secret, Failure>> {
    return new Promise((answer) => this.revocations.push({ bearerToken: bearerToken.reveal(), answer }));
  }
}

/** Keeps the number of the last login, as the keyring lets it. */
export class FakeNumbers implements NumberMemory {
  remembered: PhoneNumber | undefined;
  removal: ReturnType<NumberMemory["forget"]> = ok(undefined);

  async load() {
    return this.remembered;
  }

  async remember(phone: PhoneNumber) {
    this.remembered = phone;
  }

  forget() {
    if (this.removal.ok) this.remembered = undefined;
    return this.removal;
  }
}

/** Keeps a token as a keyring does: at once, or when the test lets a slow one go on. */
export class FakeVault implements TokenVault {
  kept: KeptToken | undefined;
  loads: LoadedToken = { kind: "absent" };
  place: Exclude<TokenStorage, "being-stored"> = "keyring";
  removal: ReturnType<TokenVault["remove"]> = ok(undefined);
  slow = false;
  readonly #waiting: (() => void)[] = [];
  #asked: KeptToken | undefined;

  async load() {
    return this.loads;
  }

  async keep(token: KeptToken): ReturnType<TokenVault["keep"]> {
    this.#asked = token;
    if (this.slow) await new Promise<void>((goOn) => this.#waiting.push(goOn));
    if (this.#asked !== token) return "superseded";
    if (this.place === "keyring") this.kept = token;
    return this.place;
  }

  /** The keyring has done the oldest thing that it was asked for, if any. */
  goOn(): void {
    this.#waiting.shift()?.();
  }

  /** The keyring is asked for something, and does it after `meanwhile`. */
  async whileAtWork(meanwhile: () => void): Promise<void> {
    await vi.waitUntil(() => this.#waiting.length > 0, { interval: 1 });
    meanwhile();
    this.goOn();
  }

  /** The keyring has done all that it was asked for, and whoever waited for it has heard. */
  async finish(): Promise<void> {
    do {
      this.goOn();
      await new Promise(setImmediate);
    } while (this.#waiting.length > 0);
  }

  update(token: KeptToken): void {
    if (this.kept?.bearerToken === token.bearerToken) this.kept = token;
  }

  remove() {
    if (this.removal.ok) {
      this.kept = undefined;
      this.#asked = undefined;
    }
    return this.removal;
  }
}

export class FakeClock implements Clock {
  #nowMs = Date.UTC(2026, 10, 21);
  /** Of another origin than the time of day, as it is on a real computer. */
  #monotonicMs = 5_000.5;

  nowMs(): number {
    return this.#nowMs;
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  readonly #alarms: { readonly atMs: number; readonly ring: () => void }[] = [];

  pass(ms: number): void {
    this.#nowMs += ms;
    this.#monotonicMs += ms;
    const due = this.#alarms.filter(({ atMs }) => atMs <= this.#monotonicMs);
    for (const alarm of due) {
      this.#alarms.splice(this.#alarms.indexOf(alarm), 1);
      alarm.ring();
    }
  }

  wait(ms: number): Promise<void> {
    return new Promise((ring) => this.#alarms.push({ atMs: this.#monotonicMs + ms, ring }));
  }

  /** How many wait for a moment to come. */
  get waiting(): number {
    return this.#alarms.length;
  }

  /** Someone sets the time of day; no time passes. */
  setTimeOfDay(nowMs: number): void {
    this.#nowMs = nowMs;
  }
}

export function newSession() {
  const api = new FakeVerifikApi();
  const vault = new FakeVault();
  const numbers = new FakeNumbers();
  const clock = new FakeClock();
  return { api, vault, numbers, clock, session: new Session(api, vault, numbers, clock) };
}

export type TestSession = ReturnType<typeof newSession>;

export const sent = ok<OtpSent>({ channel: "whatsapp", lifetimeMs: 600_000 });
export const secondFactorRequired = ok<OtpConfirmed>({ kind: "second-factor-required", enrolment: undefined });
export const account: Account = { name: "Ana", email: "ana@example.com", credits: 12 };

export function confirmed(bearerToken: string) {
  return ok<OtpConfirmed>({ kind: "token", bearerToken: new Secret(bearerToken) });
}

/** A session that waits for the code that was sent to +57 300 123 4567. */
export async function sessionAwaitingOtp(): Promise<TestSession> {
  const test = newSession();
  test.session.logins.start();
  await answered(test.session.logins.requestOtp("300 123 4567", "CO", false), test.api.otpRequests, sent);
  return test;
}

/** A session with this token, as after a login. */
export async function loggedInSession(bearerToken = "token-1"): Promise<TestSession> {
  const test = await sessionAwaitingOtp();
  await answered(test.session.logins.confirmOtp("123456"), test.api.confirmations, confirmed(bearerToken));
  await stored();
  return test;
}

/** What the vault was asked for behind an answer is done. */
export function stored(): Promise<void> {
  return new Promise(setImmediate);
}

/** Answers the latest call, and gives what came of it. */
export function answered<Done, Value>(
  done: Promise<Done>,
  calls: readonly Waiting<Value>[],
  answer: Result<Value, Failure>,
): Promise<Done> {
  const call = calls.at(-1);
  if (!call) throw new Error("Verifik was not called.");
  call.answer(answer);
  return done;
}

export function tokenOf({ session }: TestSession): string | undefined {
  const { token } = session.state;
  return token.kind === "kept" ? token.token.bearerToken.reveal() : undefined;
}

export const ended = err<Failure>({ kind: "no-login-pending" });
