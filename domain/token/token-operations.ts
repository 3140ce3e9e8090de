import { SingleFlight } from "../async/single-flight.ts";
import type { Failure, Outcome } from "../failure.ts";
import type { KeptToken, VerifikApi } from "../ports.ts";
import { err, ok } from "../result.ts";
import type { KeptState, SessionStore } from "../session-state.ts";
import type { CurrentToken } from "./current-token.ts";

/** What Verifik does with the token: check, renew, revoke. Each needs one that has not expired. */
export class TokenOperations {
  readonly #calls = {
    check: new SingleFlight<Outcome>(),
    renew: new SingleFlight<Outcome>(),
    revoke: new SingleFlight<Outcome>(),
  };
  #revocation: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly api: VerifikApi,
    private readonly tokens: CurrentToken,
    private readonly store: SessionStore,
  ) {}

  /** Asks Verifik whether it takes the token and whose it is, and remembers the answer. */
  check(): Promise<Outcome> {
    return this.#ask("check", async ({ token }) => {
      const account = await this.api.readAccount(token.bearerToken);
      const present = this.tokens.ifCurrent(token);
      // Another token has taken its place meanwhile, or none: the answer is of no interest any more.
      if (!present) return ok(undefined);
      if (!account.ok) return this.#refused(present, account.error);
      this.tokens.update(present, { rejected: false });
      this.store.change({ account: account.value, news: { kind: "token-accepted" } });
      return ok(undefined);
    });
  }

  /** A new token for so many months, without a code. `token-rejected` when Verifik does not take the present one. */
  renew(months: number): Promise<Outcome> {
    return this.#ask("renew", async ({ token }) => {
      const renewed = await this.api.renewToken(token.bearerToken, months);
      const present = this.tokens.ifCurrent(token);
      if (!present) return ok(undefined);
      if (!renewed.ok) return this.#refused(present, renewed.error);
      const replaced = await this.tokens.replace(token, renewed.value);
      if (!replaced.ok) return replaced;
      if (this.tokens.ifCurrent(replaced.value)) {
        this.store.change({ news: { kind: "token-renewed", expiresAtMs: replaced.value.expiresAtMs } });
      }
      return ok(undefined);
    });
  }

  /** Ends every token there is and takes a new one. */
  revokeAll(): Promise<Outcome> {
    return this.#ask("revoke", (before) => {
      this.tokens.markPossiblyRevoked(before, true);
      const done = this.#revoke(before);
      this.#revocation = done;
      return done;
    });
  }

  /** Resolves when no token can get lost by ending now. */
  async finish(): Promise<void> {
    await this.#revocation;
    await this.tokens.flush();
  }

  /** What is under way is of no interest any more. */
  forget(): void {
    for (const call of Object.values(this.#calls)) call.forget();
  }

  async #revoke({ token }: KeptState): Promise<Outcome> {
    const revoked = await this.api.revokeTokens(token.bearerToken);
    const present = this.tokens.ifCurrent(token);
    if (revoked.ok) {
      const { token: now } = this.store.state;
      // Logged out meanwhile: nothing is kept that the person has turned away from, and nothing stays valid.
      if (now.kind !== "kept") this.store.change({ loggedOut: undefined });
      // Logged in meanwhile: that token may be among the ended ones, unless it is somebody else's.
      else if (present || isOfSameNumber(now.token, token)) {
        await this.tokens.set(revoked.value, token.maskedPhone, { news: { kind: "tokens-revoked" } });
      }
      return ok(undefined);
    }
    const { error: failure } = revoked;
    if (failure.kind === "revocation-unanswered") {
      // What was said before is of a token that may be dead. The doubt that was noted stays until a check.
      this.store.change({ news: { kind: "failed", failure } });
      return revoked;
    }
    if (!present) return revoked;
    if (failure.kind !== "token-rejected") this.tokens.markPossiblyRevoked(present, present.token.rejected);
    return this.#refused(present, failure);
  }

  /** One call of a kind at a time. What was said last is over with it. */
  #ask(kind: "check" | "renew" | "revoke", call: (present: KeptState) => Promise<Outcome>): Promise<Outcome> {
    const usable = this.tokens.usable();
    if (!usable.ok) return Promise.resolve(usable);
    return this.#calls[kind].run(() => {
      if (this.store.state.news) this.store.change({ news: undefined });
      return call(usable.value);
    });
  }

  /** Only that the token is refused is remembered of a failure. */
  #refused(present: KeptState, failure: Failure): Outcome {
    if (failure.kind === "token-rejected") this.tokens.update(present, { rejected: true });
    return err(failure);
  }
}

/** As far as it is known: of the number only the mask is kept. */
function isOfSameNumber(one: KeptToken, other: KeptToken): boolean {
  return one.maskedPhone === other.maskedPhone;
}
