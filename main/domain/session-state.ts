import type { Login } from "./login.ts";
import type { KeptToken, TokenPlace, UnreadableToken } from "./ports.ts";

export type TokenState =
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly why: UnreadableToken; readonly expiresAtMs: number }
  | { readonly kind: "kept"; readonly token: KeptToken; readonly place: TokenPlace };

export interface SessionState {
  readonly token: TokenState;
  readonly login: Login;
  /** Set by a log-out, until the next login: what stays valid at Verifik, and how long. */
  readonly loggedOut: { readonly expiresAtMs: number } | undefined;
  /** Verifik took the token when it was asked just now. */
  readonly accepted: boolean;
}
