import { SingleFlight } from "../async/single-flight.ts";
import type { Outcome } from "../failure.ts";
import {
  awaitAuthenticator,
  awaitOtp,
  awaitUnknownOtp,
  coolDown,
  isPending,
  needsNewOtp,
  otpIsOver,
  type PendingLogin,
  withoutSecondFactor,
} from "../login/login-state.ts";
import { sixDigits } from "../login/otp-code.ts";
import { OtpRequests } from "../login/otp-requests.ts";
import { maskPhoneNumber, type PhoneNumber, wholeNumber } from "../phone/phone-number.ts";
import type { Clock, Enrolment, NumberMemory, VerifikApi } from "../ports.ts";
import { err, ok } from "../result.ts";
import type { Secret } from "../secret.ts";
import type { SessionStore } from "./session-state.ts";

/** The login: a phone number, the code sent to it, and an authenticator code where the account needs one. */
export class LoginFlow {
  readonly #call = new SingleFlight<Outcome>();
  /** Logins that the person left with a code still valid, by phone number. Entering the number again resumes them. */
  readonly #left = new Map<string, PendingLogin>();
  readonly #requests: OtpRequests;
  /** True once this run remembered or forgot a number. Then a number loaded late is ignored. */
  #numberIsNew = false;

  constructor(
    private readonly api: VerifikApi,
    private readonly numbers: NumberMemory,
    private readonly clock: Clock,
    private readonly store: SessionStore,
    /** Receives the token of a finished login. */
    private readonly onToken: (bearerToken: Secret, maskedPhone: string) => void,
  ) {
    this.#requests = new OtpRequests(api, clock);
  }

  /** Loads the number that an earlier run remembered. */
  async loadNumber(): Promise<void> {
    const rememberedNumber = await this.numbers.load();
    // The keyring can be slow. What the person chose meanwhile wins.
    if (rememberedNumber && !this.#numberIsNew) this.store.change({ rememberedNumber });
  }

  start(): void {
    if (this.store.state.login.step === "idle") this.store.change({ login: { step: "phone" }, news: undefined });
  }

  cancel(): void {
    this.#leave();
    this.store.change({ login: { step: "idle" }, news: undefined });
  }

  changeNumber(): void {
    this.#leave();
    this.store.change({ login: { step: "phone" }, news: undefined });
  }

  /** Abandons the login and ignores its answer. The codes that were sent stay known, so that no second one is requested. */
  abandon(): void {
    this.#leave();
    for (const [number, left] of this.#left) this.#left.set(number, withoutSecondFactor(left));
  }

  /** Requests a code. `remember` keeps the number for the next login once this one succeeds. */
  async requestOtp(phone: PhoneNumber, remember: boolean): Promise<Outcome> {
    const { login } = this.store.state;
    const isPresent = isPending(login) && wholeNumber(login.phone) === wholeNumber(phone);
    const left = isPresent ? login : this.#left.get(wholeNumber(phone));
    if (left && this.clock.elapsedMs() < left.resendFromMs) {
      // Verifik sends no second code yet, and the first one still works. The copy is a new object, so that a late
      // answer to the left login does not match this one.
      this.#enter({ ...left, remember });
      return ok(undefined);
    }
    return this.#call.run(() => this.#send(phone, remember));
  }

  /** Requests a code for the remembered number. */
  async requestOtpAgain(): Promise<Outcome> {
    const { rememberedNumber } = this.store.state;
    if (!rememberedNumber) return err({ kind: "phone-invalid", reason: "empty" });
    return this.requestOtp(rememberedNumber, true);
  }

  /** Deletes the remembered number at once, whether or not a login succeeds; else `number-not-forgotten`. */
  forgetNumber(): Outcome {
    const forgotten = this.numbers.forget();
    if (!forgotten.ok) return forgotten;
    this.#numberIsNew = true;
    this.store.change({ rememberedNumber: undefined, news: undefined });
    return forgotten;
  }

  resendOtp(): Promise<Outcome> {
    const { login } = this.store.state;
    if (!isPending(login)) return Promise.resolve(err({ kind: "no-login-pending" }));
    const waitMs = login.resendFromMs - this.clock.elapsedMs();
    if (waitMs > 0) return Promise.resolve(err({ kind: "cool-down", waitSeconds: Math.ceil(waitMs / 1000) }));
    return this.#call.run(() => this.#send(login.phone, login.remember));
  }

  confirmOtp(typed: string): Promise<Outcome> {
    const otp = sixDigits(typed);
    if (!otp) return Promise.resolve(err({ kind: "otp-malformed" }));
    return this.#call.run(() => this.#confirm(otp));
  }

  confirmAuthenticator(typed: string): Promise<Outcome> {
    const authenticatorOtp = sixDigits(typed);
    if (!authenticatorOtp) return Promise.resolve(err({ kind: "authenticator-malformed" }));
    const { login } = this.store.state;
    const otp = isPending(login) ? login.secondFactor?.otp : undefined;
    if (!otp) return Promise.resolve(err({ kind: "no-login-pending" }));
    return this.#call.run(() => this.#confirm(otp, authenticatorOtp));
  }

  /** The data for setting up an authenticator app, while this login asks for it. */
  enrolment(): Enrolment | undefined {
    const { login } = this.store.state;
    return isPending(login) ? login.secondFactor?.enrolment : undefined;
  }

  async #send(phone: PhoneNumber, remember: boolean): Promise<Outcome> {
    const before = this.store.state.login;
    const sent = await this.#requests.request(phone);
    const nowMs = this.clock.elapsedMs();
    const gone = this.store.state.login !== before;
    if (sent.ok) {
      const login = awaitOtp({ phone, remember }, sent.value.channel, sent.value.lifetimeMs, nowMs);
      // The person left this login meanwhile. The code still arrives, so keep the login for later.
      if (gone) void this.#keepLeft(login);
      else this.#enter(login);
    }
    if (gone) return err({ kind: "no-login-pending" });
    if (sent.ok) return ok(undefined);
    if (!("waitSeconds" in sent.error)) return sent;
    const { kind, waitSeconds } = sent.error;
    // An earlier answer was lost, or the app was restarted: the code that was sent earlier can still be entered.
    const unknown = kind === "cool-down" ? awaitUnknownOtp({ phone, remember }, nowMs) : undefined;
    if (isPending(before)) {
      const good = before.otpExpiresAtMs > nowMs ? before : (unknown ?? before);
      this.store.change({ login: coolDown(good, waitSeconds, nowMs) });
    } else if (unknown) {
      void this.#keepLeft(coolDown(unknown, waitSeconds, nowMs));
    }
    return sent;
  }

  async #confirm(otp: Secret, authenticatorOtp?: Secret): Promise<Outcome> {
    const login = this.store.state.login;
    if (!isPending(login)) return err({ kind: "no-login-pending" });
    const confirmed = await this.api.confirmOtp(login.phone, otp, authenticatorOtp);
    if (this.store.state.login !== login) return err({ kind: "no-login-pending" });
    if (!confirmed.ok) {
      if (needsNewOtp(confirmed.error)) {
        this.store.change({ login: otpIsOver(login, this.clock.elapsedMs()) });
      }
      return confirmed;
    }
    if (confirmed.value.kind === "second-factor-required") {
      this.store.change({ login: awaitAuthenticator(login, otp, confirmed.value.enrolment) });
      return ok(undefined);
    }
    this.#left.delete(wholeNumber(login.phone));
    this.onToken(confirmed.value.bearerToken, maskPhoneNumber(login.phone));
    this.store.change({ login: { step: "idle" } });
    // Not awaited: a slow keyring must not delay the person's next action.
    void this.#rememberOrForget(login);
    return ok(undefined);
  }

  /** Stores the number, or deletes any remembered one if the person left the box unchecked. */
  async #rememberOrForget({ phone, remember }: PendingLogin): Promise<void> {
    this.#numberIsNew = true;
    if (remember) {
      this.store.change({ rememberedNumber: phone });
      await this.numbers.remember(phone);
      return;
    }
    const forgotten = this.numbers.forget();
    // The login itself succeeded, so this error becomes a message beside it.
    if (!forgotten.ok) this.store.change({ news: { kind: "failed", failure: forgotten.error } });
    else this.store.change({ rememberedNumber: undefined });
  }

  /** Makes this the current login. A pending login of another number is kept, so that its code can still be used. */
  #enter(login: PendingLogin): void {
    const { login: replaced } = this.store.state;
    if (isPending(replaced) && wholeNumber(replaced.phone) !== wholeNumber(login.phone)) void this.#keepLeft(replaced);
    this.store.change({ login, loggedOut: undefined, news: undefined });
  }

  #leave(): void {
    const { login } = this.store.state;
    if (isPending(login)) void this.#keepLeft(login);
    this.#call.forget();
  }

  /** Keeps a left login until another code may be requested; then its code and second-factor secrets are dropped. */
  async #keepLeft(login: PendingLogin): Promise<void> {
    const number = wholeNumber(login.phone);
    this.#left.set(number, login);
    await this.clock.wait(Math.max(0, login.resendFromMs - this.clock.elapsedMs()));
    if (this.#left.get(number)?.resendFromMs === login.resendFromMs) this.#left.delete(number);
  }
}
