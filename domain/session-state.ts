import type { Failure } from "./failure.ts";
import type { Login } from "./login/login-state.ts";
import type { PhoneNumber } from "./phone/phone-number.ts";
import type { Account, KeptToken, TokenStorage, UnreadableToken } from "./ports.ts";

export type TokenState =
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly why: UnreadableToken; readonly expiresAtMs: number }
  | KeptState;

export interface KeptState {
  readonly kind: "kept";
  readonly token: KeptToken;
  readonly place: TokenStorage;
}

/** What just happened; it is told until the person does the next thing. */
export type News =
  /** Verifik took the token when it was asked. */
  | { readonly kind: "token-accepted" }
  | { readonly kind: "token-renewed"; readonly expiresAtMs: number }
  /** Verifik took the token no more when it was to be renewed; logging in helps. */
  | { readonly kind: "renewal-refused" }
  /** Every earlier token has ended; there is a new one. */
  | { readonly kind: "tokens-revoked" }
  /** Something that was done by the way did not work. */
  | { readonly kind: "failed"; readonly failure: Failure };

export interface SessionState {
  readonly token: TokenState;
  readonly login: Login;
  /** Of the last login that was to be remembered. */
  readonly rememberedNumber: PhoneNumber | undefined;
  /** Whose the token is, once Verifik has been asked. */
  readonly account: Account | undefined;
  /** Set by a log-out, until the next login: what stays valid at Verifik, and how long. */
  readonly loggedOut: { readonly expiresAtMs: number } | undefined;
  readonly news: News | undefined;
}

/** The one place where the session's state is held and changed; everything that shows it listens. */
export class SessionStore {
  #state: SessionState = {
    token: { kind: "absent" },
    login: { step: "idle" },
    rememberedNumber: undefined,
    account: undefined,
    loggedOut: undefined,
    news: undefined,
  };
  readonly #listeners = new Set<() => void>();

  get state(): SessionState {
    return this.#state;
  }

  change(changes: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }

  /** Returns the unsubscribe. */
  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
