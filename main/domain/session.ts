import { readBearerToken, tokenStatus } from "./bearer-token.ts";
import type { Failure } from "./failure.ts";
import {
  awaitAuthenticator,
  awaitOtp,
  awaitUnknownOtp,
  coolDown,
  isPending,
  type Login,
  needsNewOtp,
  otpIsOver,
  type PendingLogin,
} from "./login.ts";
import { isSameNumber, maskPhoneNumber, type PhoneNumber, parsePhoneNumber } from "./phone-number.ts";
import type { Clock, KeptToken, TokenVault, VerifikApi } from "./ports.ts";
import type { ReminderLead } from "./reminder.ts";
import { failed, type Result, success } from "./result.ts";
import type { Secret } from "./secret.ts";
import type { SessionState, TokenState } from "./session-state.ts";
import { SingleCall } from "./single-call.ts";
import { sixDigits } from "./six-digits.ts";

type Done = Result<undefined, Failure>;

/** The only holder of the session: what is logged in, and what is under way. Everything that shows it listens. */
export class Session {
  #state: SessionState = { token: { kind: "absent" }, login: { step: "idle" }, loggedOut: undefined, accepted: false };
  readonly #loginCall = new SingleCall<Done>();
  readonly #checkCall = new SingleCall<Done>();
  /** A code that the person turned away from, perhaps only to look at the number: it is still good. */
  #leftLogin: PendingLogin | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly api: VerifikApi,
    private readonly vault: TokenVault,
    private readonly clock: Clock,
  ) {}

  get state(): SessionState {
    return this.#state;
  }

  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what earlier runs kept. */
  async load(): Promise<void> {
    const loaded = await this.vault.load();
    // A keyring may take its time; who has logged in meanwhile has a newer token.
    if (this.#state.token.kind !== "absent") return;
    this.#change({ token: loaded.kind === "token" ? { kind: "kept", token: loaded.token, place: "keyring" } : loaded });
  }

  startLogin(): void {
    if (this.#state.login.step === "idle") this.#change({ login: { step: "phone" } });
  }

  cancelLogin(): void {
    this.#leaveLogin();
    this.#change({ login: { step: "idle" } });
  }

  changeNumber(): void {
    this.#leaveLogin();
    this.#change({ login: { step: "phone" } });
  }

  requestOtp(typedPhone: string, regionCode: string): Promise<Done> {
    const phone = parsePhoneNumber(typedPhone, regionCode);
    if (!phone.ok) return Promise.resolve(phone);
    const left = this.#leftLogin;
    if (left && isSameNumber(left.phone, phone.value) && this.clock.monotonicMs() < left.resendFromMs) {
      // Verifik would send no other one yet, and the one that was sent can still be entered.
      // A login of its own: an answer that was abandoned with the other must not find this one.
      this.#change({ login: { ...left }, loggedOut: undefined });
      return Promise.resolve(success(undefined));
    }
    return this.#loginCall.run(() => this.#sendOtp(phone.value));
  }

  resendOtp(): Promise<Done> {
    const { login } = this.#state;
    if (!isPending(login)) return Promise.resolve(failed({ kind: "no-login-pending" }));
    const waitMs = login.resendFromMs - this.clock.monotonicMs();
    if (waitMs > 0) return Promise.resolve(failed({ kind: "cool-down", waitSeconds: Math.ceil(waitMs / 1000) }));
    return this.#loginCall.run(() => this.#sendOtp(login.phone));
  }

  confirmOtp(typed: string): Promise<Done> {
    const otp = sixDigits(typed);
    if (!otp) return Promise.resolve(failed({ kind: "otp-malformed" }));
    return this.#loginCall.run(() => this.#confirm(otp));
  }

  confirmAuthenticator(typed: string): Promise<Done> {
    const authenticatorOtp = sixDigits(typed);
    if (!authenticatorOtp) return Promise.resolve(failed({ kind: "authenticator-malformed" }));
    const { login } = this.#state;
    const otp = isPending(login) ? login.otp : undefined;
    if (!otp) return Promise.resolve(failed({ kind: "no-login-pending" }));
    return this.#loginCall.run(() => this.#confirm(otp, authenticatorOtp));
  }

  /** The token for the clipboard; an expired one helps nobody and is not given. */
  tokenToCopy(): Result<Secret, Failure> {
    const { token } = this.#state;
    if (token.kind !== "kept") return failed({ kind: "no-token" });
    if (tokenStatus(token.token, this.clock.nowMs()) === "expired") return failed({ kind: "token-expired" });
    return success(token.token.bearerToken);
  }

  markReminders(leads: readonly ReminderLead[]): void {
    const { token } = this.#state;
    if (token.kind !== "kept") return;
    this.#update(token, { remindersDone: [...token.token.remindersDone, ...leads] });
  }

  /** Asks Verifik whether it takes the token, and remembers the answer. */
  checkToken(): Promise<Done> {
    const { token } = this.#state;
    if (token.kind !== "kept") return Promise.resolve(failed({ kind: "no-token" }));
    return this.#checkCall.run(async () => {
      const checked = await this.api.checkToken(token.token.bearerToken);
      const present = this.#state.token;
      // Another token has taken its place meanwhile, or none: the answer is of no interest any more.
      if (present.kind !== "kept" || present.token.bearerToken !== token.token.bearerToken) return success(undefined);
      if (checked.ok || checked.failure.kind === "token-rejected") {
        this.#update(present, { rejected: !checked.ok });
        this.#change({ accepted: checked.ok });
      }
      return checked;
    });
  }

  logOut(): Done {
    const { token } = this.#state;
    const removed = this.vault.remove();
    if (!removed.ok) return removed;
    this.#loginCall.abandon();
    this.#checkCall.abandon();
    this.#leftLogin = undefined;
    const stored = token.kind === "kept" ? token.token : token.kind === "unreadable" ? token : undefined;
    const loggedOut = stored && { expiresAtMs: stored.expiresAtMs };
    this.#change({ token: { kind: "absent" }, login: { step: "idle" }, loggedOut });
    return success(undefined);
  }

  async #sendOtp(phone: PhoneNumber): Promise<Done> {
    const before = this.#state.login;
    const sent = await this.api.requestOtp(phone);
    // The person has gone elsewhere meanwhile; the code will come, but nobody waits for it here.
    if (this.#state.login !== before) return failed({ kind: "no-login-pending" });
    const nowMs = this.clock.monotonicMs();
    if (sent.ok) {
      this.#change({ login: awaitOtp(phone, sent.value.channel, sent.value.lifetimeMs, nowMs), loggedOut: undefined });
      return success(undefined);
    }
    if (!("waitSeconds" in sent.failure)) return sent;
    const { kind, waitSeconds } = sent.failure;
    // An answer was lost, or this is another start: the code that was sent can be entered all the same.
    const unknown = kind === "cool-down" ? awaitUnknownOtp(phone, nowMs) : undefined;
    if (isPending(before)) {
      const good = before.otpExpiresAtMs > nowMs ? before : (unknown ?? before);
      this.#change({ login: coolDown(good, waitSeconds, nowMs) });
    } else if (unknown) {
      this.#leftLogin = coolDown(unknown, waitSeconds, nowMs);
    }
    return sent;
  }

  async #confirm(otp: Secret, authenticatorOtp?: Secret): Promise<Done> {
    const login = this.#state.login;
    if (!isPending(login)) return failed({ kind: "no-login-pending" });
    const confirmed = await this.api.confirmOtp(login.phone, otp, authenticatorOtp);
    if (this.#state.login !== login) return failed({ kind: "no-login-pending" });
    if (!confirmed.ok) {
      if (needsNewOtp(confirmed.failure)) this.#change({ login: otpIsOver(login, this.clock.monotonicMs()) });
      return confirmed;
    }
    if (confirmed.value.kind === "second-factor-required") {
      this.#change({ login: awaitAuthenticator(login, otp) });
      return success(undefined);
    }
    const read = readBearerToken(confirmed.value.bearerToken, this.clock.nowMs());
    const token: KeptToken = { ...read, maskedPhone: maskPhoneNumber(login.phone), remindersDone: [], rejected: false };
    const tokenBefore = this.#state.token;
    const place = await this.vault.keep(token);
    const { token: tokenNow, login: loginNow } = this.#state;
    if (tokenNow.kind === "absent" && tokenNow !== tokenBefore) {
      // Logged out while the keyring was at work: what the person asked last holds.
      const removed = this.vault.remove();
      return removed.ok ? failed({ kind: "no-login-pending" }) : removed;
    }
    this.#checkCall.abandon();
    // Cancelling now came too late: an earlier token has already made way for this one in the vault.
    this.#leftLogin = undefined;
    const nextLogin: Login = loginNow === login ? { step: "idle" } : loginNow;
    this.#change({ token: { kind: "kept", token, place }, login: nextLogin, loggedOut: undefined });
    return success(undefined);
  }

  #update(kept: Extract<TokenState, { kind: "kept" }>, changes: Partial<KeptToken>): void {
    const token = { ...kept.token, ...changes };
    this.#change({ token: { ...kept, token } });
    this.vault.update(token);
  }

  #leaveLogin(): void {
    const { login } = this.#state;
    if (isPending(login)) this.#leftLogin = login;
    this.#loginCall.abandon();
  }

  #change(changes: Partial<SessionState>): void {
    // Said once: the next thing that happens is the news then.
    this.#state = { ...this.#state, accepted: false, ...changes };
    for (const listener of this.#listeners) listener();
  }
}
