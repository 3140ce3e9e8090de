import type { Failure, Outcome } from "../failure.ts";
import type { Clock, KeptToken, NumberMemory, TokenNotes, TokenVault, VerifikApi } from "../ports.ts";
import { ok, type Result } from "../result.ts";
import { CopyWatch, watchedCopy } from "./copy-watch.ts";
import { CurrentToken } from "./current-token.ts";
import { LoginFlow } from "./login-flow.ts";
import { RenewalMemory } from "./renewal-memory.ts";
import { type SessionState, SessionStore } from "./session-state.ts";
import { type RenewedByItself, TokenOperations } from "./token-operations.ts";

/** The session: the current token and the login in progress. */
export class Session {
  readonly tokens: CurrentToken;
  readonly copies: CopyWatch;
  readonly renewals: RenewalMemory;
  readonly logins: LoginFlow;
  readonly #calls: TokenOperations;
  readonly #store = new SessionStore();

  constructor(api: VerifikApi, vault: TokenVault, numbers: NumberMemory, notes: TokenNotes, clock: Clock) {
    this.tokens = new CurrentToken(vault, clock, this.#store);
    this.copies = new CopyWatch(notes, clock, this.#store);
    this.renewals = new RenewalMemory(notes, this.#store);
    this.#calls = new TokenOperations(api, this.tokens, this.copies, this.#store, clock);
    this.logins = new LoginFlow(api, numbers, clock, this.#store, (bearerToken, maskedPhone) => {
      this.#calls.forget();
      this.copies.noteLogin();
      void this.tokens.set(bearerToken, maskedPhone, { account: undefined, loggedOut: undefined, news: undefined });
    });
  }

  get state(): SessionState {
    return this.#store.state;
  }

  /** Returns the unsubscribe. */
  onChanged(listener: () => void): () => void {
    return this.#store.onChanged(listener);
  }

  /** Loads the stored token and the remembered number. */
  async load(): Promise<void> {
    await this.tokens.load();
    this.copies.load();
    this.renewals.load();
    await this.logins.loadNumber();
  }

  checkToken(): Promise<Outcome> {
    this.#endIdleLogin();
    return this.#calls.check();
  }

  /** `months` is a whole number. When Verifik rejects the token, a login starts. */
  async renewToken(months: number): Promise<Outcome> {
    this.#endIdleLogin();
    const renewed = await this.#calls.renew(months);
    if (!renewed.ok && renewed.error.kind === "token-rejected") {
      this.logins.start();
      this.#store.change({ news: { kind: "renewal-refused" } });
    }
    return renewed;
  }

  /** Renews without a person: no message, login or screen changes. Not while `isReplacingToken`. */
  renewByItself(token: KeptToken): Promise<Result<RenewedByItself, Failure>> {
    return this.#calls.renewByItself(token);
  }

  /** The renewal or revocation that is under way; it settles when the token is replaced, or is not. `undefined` for none. */
  get tokenReplacement(): Promise<unknown> | undefined {
    return this.#calls.replacement;
  }

  /** A renewal or revocation is under way. */
  get isReplacingToken(): boolean {
    return this.tokenReplacement !== undefined;
  }

  revokeTokens(): Promise<Outcome> {
    this.#endIdleLogin();
    return this.#calls.revokeAll();
  }

  logOut(): Outcome {
    const { token } = this.state;
    const removed = this.tokens.remove();
    if (!removed.ok) return removed;
    this.#calls.forget();
    this.logins.abandon();
    const stored = token.kind === "kept" ? token.token : token.kind === "unreadable" ? token : undefined;
    const older = watchedCopy(this.state);
    const copied = older && { copiedAtMs: older.copiedAtMs, expiresAtMs: older.expiresAtMs };
    const loggedOut = stored && { expiresAtMs: stored.expiresAtMs, copied };
    if (stored) this.copies.end();
    this.renewals.forget();
    const login = { step: "idle" } as const;
    this.#store.change({ token: { kind: "absent" }, login, account: undefined, loggedOut, news: undefined });
    return ok(undefined);
  }

  /** Resolves when quitting can lose no token. */
  finish(): Promise<void> {
    this.copies.flush();
    return this.#calls.finish();
  }

  /** Closes a phone form that was never sent, because it would hide the operation's result. */
  #endIdleLogin(): void {
    const { login, token } = this.state;
    if (login.step === "phone" && token.kind === "kept") this.logins.cancel();
  }
}
