import type { Failure } from "./failure.ts";
import { LoginFlow } from "./login-flow.ts";
import type { Clock, NumberMemory, TokenVault, VerifikApi } from "./ports.ts";
import { type Result, success } from "./result.ts";
import { type SessionState, SessionStore } from "./session-state.ts";
import { TokenKeeper } from "./token-keeper.ts";

/** The only session: the token that is kept, and the login that is under way. */
export class Session {
  readonly tokens: TokenKeeper;
  readonly logins: LoginFlow;
  readonly #store = new SessionStore();
  readonly #numbers: NumberMemory;

  constructor(api: VerifikApi, vault: TokenVault, numbers: NumberMemory, clock: Clock) {
    this.#numbers = numbers;
    this.tokens = new TokenKeeper(api, vault, clock, this.#store);
    this.logins = new LoginFlow(api, numbers, clock, this.#store, this.tokens);
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
    const rememberedNumber = await this.#numbers.load();
    if (rememberedNumber) this.#store.change({ rememberedNumber });
  }

  logOut(): Result<undefined, Failure> {
    const { token } = this.state;
    const removed = this.tokens.remove();
    if (!removed.ok) return removed;
    this.logins.abandon();
    const stored = token.kind === "kept" ? token.token : token.kind === "unreadable" ? token : undefined;
    const loggedOut = stored && { expiresAtMs: stored.expiresAtMs };
    this.#store.change({ token: { kind: "absent" }, login: { step: "idle" }, account: undefined, loggedOut });
    return success(undefined);
  }
}
