import type { Failure } from "../failure.ts";
import type { Login } from "../login/login-state.ts";
import type { PhoneNumber } from "../phone/phone-number.ts";
import type { Account, KeptToken, TokenStorage, UnreadableToken } from "../ports.ts";
import type { CopiedToken } from "../token/copied-token.ts";
import type { RenewalRecord } from "../token/renewal-record.ts";

export type TokenState =
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly why: UnreadableToken; readonly expiresAtMs: number }
  | KeptState;

export interface KeptState {
  readonly kind: "kept";
  readonly token: KeptToken;
  readonly storage: TokenStorage;
}

export interface CheckedAccount extends Account {
  /** When Verifik accepted the token and named its account, on the clock's `elapsedMs()`. */
  readonly checkedAtMs: number;
}

/** A message about the last operation, shown until the next one. */
export type News =
  /** Verifik accepted the token in a check. */
  | { readonly kind: "token-accepted" }
  | { readonly kind: "token-renewed"; readonly expiresAtMs: number }
  /** Verifik rejected the token at a renewal; the person has to log in. */
  | { readonly kind: "renewal-refused" }
  /** All earlier tokens were revoked; the session has a new one. `copiedAtMs`: also the token that was copied then. */
  | { readonly kind: "tokens-revoked"; readonly copiedAtMs: number | undefined }
  /** The person no longer uses the token that was copied then. */
  | { readonly kind: "copy-dismissed"; readonly copiedAtMs: number }
  /** An operation in the background failed. */
  | { readonly kind: "failed"; readonly failure: Failure };

/** When the deleted token expires at Verifik, and an older copy that was watched until then. */
export interface LoggedOut {
  readonly expiresAtMs: number;
  readonly copied: { readonly copiedAtMs: number; readonly expiresAtMs: number } | undefined;
}

export interface SessionState {
  readonly token: TokenState;
  /** The newest token that the person copied and still uses, as far as it is remembered. */
  readonly copied: CopiedToken | undefined;
  /** The tries to renew the present token by itself, or an earlier one. */
  readonly renewal: RenewalRecord | undefined;
  readonly login: Login;
  /** The number of the last login, if the person wanted it remembered. */
  readonly rememberedNumber: PhoneNumber | undefined;
  /** The token's account, once a check has read it. */
  readonly account: CheckedAccount | undefined;
  /** Set by a log-out until the next login. */
  readonly loggedOut: LoggedOut | undefined;
  readonly news: News | undefined;
}

/** Holds the session's state and notifies listeners of each change. */
export class SessionStore {
  #state: SessionState = {
    token: { kind: "absent" },
    copied: undefined,
    renewal: undefined,
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
