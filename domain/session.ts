import type { Outcome } from "./failure.ts";
import { LoginFlow } from "./login/login-flow.ts";
import type { Clock, NumberMemory, TokenVault, VerifikApi } from "./ports.ts";
import { ok } from "./result.ts";
import { type SessionState, SessionStore } from "./session-state.ts";
import { CurrentToken } from "./token/current-token.ts";
import { TokenOperations } from "./token/token-operations.ts";

/** The only session: the token that is kept, and the login that is under way. */
export class Session {
  readonly tokens: CurrentToken;
  readonly logins: LoginFlow;
  readonly #calls: TokenOperations;
  readonly #store = new SessionStore();

  constructor(api: VerifikApi, vault: TokenVault, numbers: NumberMemory, clock: Clock) {
    this.tokens = new CurrentToken(vault, clock, this.#store);
    this.#calls = new TokenOperations(api, this.tokens, this.#store);
    this.logins = new LoginFlow(api, numbers, clock, this.#store, (bearerToken, maskedPhone) => {
      this.#calls.forget();
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

  /** Reads what earlier runs kept. */
  async load(): Promise<void> {
    await this.tokens.load();
    await this.logins.loadNumber();
  }

  checkToken(): Promise<Outcome> {
    this.#endIdleLogin();
    return this.#calls.check();
  }

  /** Whole months. When Verifik refuses the token, the way on is a login. */
  async renewToken(months: number): Promise<Outcome> {
    this.#endIdleLogin();
    const renewed = await this.#calls.renew(months);
    if (!renewed.ok && renewed.error.kind === "token-rejected") {
      this.logins.start();
      this.#store.change({ news: { kind: "renewal-refused" } });
    }
    return renewed;
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
    const loggedOut = stored && { expiresAtMs: stored.expiresAtMs };
    const login = { step: "idle" } as const;
    this.#store.change({ token: { kind: "absent" }, login, account: undefined, loggedOut, news: undefined });
    return ok(undefined);
  }

  /** Resolves when no token can get lost by ending now. */
  finish(): Promise<void> {
    return this.#calls.finish();
  }

  /** A form that nobody has sent is in the way of what is done with the token. */
  #endIdleLogin(): void {
    const { login, token } = this.state;
    if (login.step === "phone" && token.kind === "kept") this.logins.cancel();
  }
}
