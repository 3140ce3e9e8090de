import { SingleCall } from "../async/single-flight.ts";
import type { Failure } from "../failure.ts";
import type { KeptToken, VerifikApi } from "../ports.ts";
import { failed, type Result, success } from "../result.ts";
import type { KeptState, SessionStore } from "../session-state.ts";
import type { TokenKeeper } from "./current-token.ts";

type Done = Result<undefined, Failure>;

/** What Verifik does with the token: check, renew, revoke. Each needs one that has not expired. */
export class TokenCalls {
  readonly #calls = { check: new SingleCall<Done>(), renew: new SingleCall<Done>(), revoke: new SingleCall<Done>() };
  #revocation: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly api: VerifikApi,
    private readonly tokens: TokenKeeper,
    private readonly store: SessionStore,
  ) {}

  /** Asks Verifik whether it takes the token and whose it is, and remembers the answer. */
  check(): Promise<Done> {
    return this.#ask("check", async ({ token }) => {
      const account = await this.api.readAccount(token.bearerToken);
      const present = this.tokens.present(token);
      // Another token has taken its place meanwhile, or none: the answer is of no interest any more.
      if (!present) return success(undefined);
      if (!account.ok) return this.#refused(present, account.failure);
      this.tokens.update(present, { rejected: false });
      this.store.change({ account: account.value, news: { kind: "token-accepted" } });
      return success(undefined);
    });
  }

  /** A new token for so many months, without a code. `token-rejected` when Verifik does not take the present one. */
  renew(months: number): Promise<Done> {
    return this.#ask("renew", async ({ token }) => {
      const renewed = await this.api.renewToken(token.bearerToken, months);
      const present = this.tokens.present(token);
      if (!present) return success(undefined);
      if (!renewed.ok) return this.#refused(present, renewed.failure);
      const replaced = await this.tokens.replace(token, renewed.value);
      if (!replaced.ok) return replaced;
      if (this.tokens.present(replaced.value)) {
        this.store.change({ news: { kind: "token-renewed", expiresAtMs: replaced.value.expiresAtMs } });
      }
      return success(undefined);
    });
  }

  /** Ends every token there is and takes a new one. */
  revokeAll(): Promise<Done> {
    return this.#ask("revoke", (before) => {
      this.tokens.noteDoubt(before, true);
      const done = this.#revoke(before);
      this.#revocation = done;
      return done;
    });
  }

  /** Resolves when no token can get lost by ending now. */
  async finish(): Promise<void> {
    await this.#revocation;
    await this.tokens.storeAtLast();
  }

  /** What is under way is of no interest any more. */
  abandon(): void {
    for (const call of Object.values(this.#calls)) call.abandon();
  }

  async #revoke({ token }: KeptState): Promise<Done> {
    const revoked = await this.api.revokeTokens(token.bearerToken);
    const present = this.tokens.present(token);
    if (revoked.ok) {
      const { token: now } = this.store.state;
      // Logged out meanwhile: nothing is kept that the person has turned away from, and nothing stays valid.
      if (now.kind !== "kept") this.store.change({ loggedOut: undefined });
      // Logged in meanwhile: that token may be among the ended ones, unless it is somebody else's.
      else if (present || isOfSameNumber(now.token, token)) {
        await this.tokens.take(revoked.value, token.maskedPhone, { news: { kind: "tokens-revoked" } });
      }
      return success(undefined);
    }
    const { failure } = revoked;
    if (failure.kind === "revocation-unanswered") {
      // What was said before is of a token that may be dead. The doubt that was noted stays until a check.
      this.store.change({ news: { kind: "failed", failure } });
      return revoked;
    }
    if (!present) return revoked;
    if (failure.kind !== "token-rejected") this.tokens.noteDoubt(present, present.token.rejected);
    return this.#refused(present, failure);
  }

  /** One call of a kind at a time. What was said last is over with it. */
  #ask(kind: "check" | "renew" | "revoke", call: (present: KeptState) => Promise<Done>): Promise<Done> {
    const usable = this.tokens.usable();
    if (!usable.ok) return Promise.resolve(usable);
    return this.#calls[kind].run(() => {
      if (this.store.state.news) this.store.change({ news: undefined });
      return call(usable.value);
    });
  }

  /** Only that the token is refused is remembered of a failure. */
  #refused(present: KeptState, failure: Failure): Done {
    if (failure.kind === "token-rejected") this.tokens.update(present, { rejected: true });
    return failed(failure);
  }
}

/** As far as it is known: of the number only the mask is kept. */
function isOfSameNumber(one: KeptToken, other: KeptToken): boolean {
  return one.maskedPhone === other.maskedPhone;
}
