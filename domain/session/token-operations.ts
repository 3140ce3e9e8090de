import { SingleFlight } from "../async/single-flight.ts";
import type { Failure, Outcome } from "../failure.ts";
import type { Clock, KeptToken, VerifikApi } from "../ports.ts";
import { err, ok, type Result } from "../result.ts";
import { readBearerToken } from "../token/bearer-token.ts";
import type { CopyWatch } from "./copy-watch.ts";
import type { CurrentToken } from "./current-token.ts";
import type { KeptState, SessionStore } from "./session-state.ts";

/** `superseded`: a login or a log-out came in between. `expires-earlier`: the new token was not taken. */
export type RenewedByItself =
  | { readonly kind: "renewed"; readonly token: KeptToken }
  | { readonly kind: "superseded" | "expires-earlier" };

/** The operations on the token at Verifik: check, renew, revoke. Each needs an unexpired token. */
export class TokenOperations {
  readonly #calls = {
    check: new SingleFlight<Outcome>(),
    renew: new SingleFlight<Outcome>(),
    revoke: new SingleFlight<Outcome>(),
  };
  #revocation: Promise<unknown> = Promise.resolve();
  /** The renewal without a person that is under way. */
  #byItself: Promise<Result<RenewedByItself, Failure>> | undefined;

  constructor(
    private readonly api: VerifikApi,
    private readonly tokens: CurrentToken,
    private readonly copies: CopyWatch,
    private readonly store: SessionStore,
    private readonly clock: Clock,
  ) {}

  /** Asks Verifik whether it accepts the token and which account it belongs to. */
  check(): Promise<Outcome> {
    return this.#ask("check", async ({ token }) => {
      const account = await this.api.readAccount(token.bearerToken);
      const present = this.tokens.ifCurrent(token);
      // Another token, or none, has replaced this one meanwhile.
      if (!present) return ok(undefined);
      if (!account.ok) return this.#refused(present, account.error);
      this.tokens.update(present, { rejected: false });
      const checked = { ...account.value, checkedAtMs: this.clock.elapsedMs() };
      this.store.change({ account: checked, news: { kind: "token-accepted" } });
      return ok(undefined);
    });
  }

  /** Gets a new token without a code. `months` is 1 to 12. `token-rejected` when Verifik refuses the present token. */
  renew(months: number): Promise<Outcome> {
    return this.#ask("renew", async ({ token: asked }) => {
      const newer = this.#byItself && renewedToken(await this.#byItself);
      const before = this.tokens.ifCurrent(newer ?? asked);
      if (!before) return ok(undefined);
      if (newer && months === 1) return this.#tellRenewed(newer);
      const renewed = await this.api.renewToken(before.token.bearerToken, months);
      const present = this.tokens.ifCurrent(before.token);
      if (!present) return ok(undefined);
      if (!renewed.ok) return this.#refused(present, renewed.error);
      const replaced = await this.tokens.replace(before.token, renewed.value);
      return replaced.ok ? this.#tellRenewed(replaced.value) : replaced;
    });
  }

  /** Gets a new token for one month without a person: neither a message nor a mark changes. Not while `isReplacingToken`. */
  async renewByItself(token: KeptToken): Promise<Result<RenewedByItself, Failure>> {
    this.#byItself = this.#renewByItself(token);
    try {
      return await this.#byItself;
    } finally {
      this.#byItself = undefined;
    }
  }

  /** The renewal or revocation that is under way; `undefined` for none. */
  get replacement(): Promise<unknown> | undefined {
    return this.#calls.revoke.underWay ?? this.#calls.renew.underWay ?? this.#byItself;
  }

  /** Revokes every token of the account and sets the new one that Verifik answers. */
  revokeAll(): Promise<Outcome> {
    return this.#ask("revoke", ({ token }) => {
      const done = this.#revoke(token);
      this.#revocation = done;
      return done;
    });
  }

  /** Resolves when quitting can lose no token: after a running revocation or automatic renewal and a last try to store. */
  async finish(): Promise<void> {
    await Promise.all([this.#revocation, this.#byItself]);
    await this.tokens.flush();
  }

  /** Ignores the answers of running calls. */
  forget(): void {
    for (const call of Object.values(this.#calls)) call.forget();
  }

  async #renewByItself(token: KeptToken): Promise<Result<RenewedByItself, Failure>> {
    const renewed = await this.api.renewToken(token.bearerToken, 1);
    if (!this.tokens.ifCurrent(token)) return ok({ kind: "superseded" });
    if (!renewed.ok) return renewed;
    const { expiresAtMs } = readBearerToken(renewed.value, this.clock.nowMs());
    if (expiresAtMs < token.expiresAtMs) return ok({ kind: "expires-earlier" });
    const replaced = await this.tokens.replace(token, renewed.value);
    if (!replaced.ok) return replaced;
    const isTaken = this.tokens.ifCurrent(replaced.value) !== undefined;
    return ok(isTaken ? { kind: "renewed", token: replaced.value } : { kind: "superseded" });
  }

  async #revoke(asked: KeptToken): Promise<Outcome> {
    const token = (this.#byItself && renewedToken(await this.#byItself)) ?? asked;
    const before = this.tokens.ifCurrent(token);
    if (before) this.tokens.markPossiblyRevoked(before, true);
    const revoked = await this.api.revokeTokens(token.bearerToken);
    const present = this.tokens.ifCurrent(token);
    if (revoked.ok) {
      const { token: now } = this.store.state;
      // Logged out meanwhile: the new token is not kept, and no token stays valid at Verifik.
      if (now.kind !== "kept") this.store.change({ loggedOut: undefined });
      // Logged in meanwhile: the revocation may have ended that token too, unless it belongs to another account.
      else if (present || isOfSameNumber(now.token, token)) {
        const { copied } = this.store.state;
        const dead = copied && isOfSameNumber(copied, token) ? copied : undefined;
        const news = { kind: "tokens-revoked", copiedAtMs: dead?.copiedAtMs } as const;
        const stored = this.tokens.set(revoked.value, token.maskedPhone, { news });
        if (dead) this.copies.end();
        await stored;
      }
      return ok(undefined);
    }
    const { error: failure } = revoked;
    if (failure.kind === "revocation-unanswered") {
      // Older messages concern a possibly revoked token, so replace them. The mark in the vault stays until a check.
      this.store.change({ news: { kind: "failed", failure } });
      return revoked;
    }
    if (!present) return revoked;
    if (failure.kind !== "token-rejected") this.tokens.markPossiblyRevoked(present, present.token.rejected);
    return this.#refused(present, failure);
  }

  /** Runs one call of a kind at a time and clears the last message. */
  #ask(kind: "check" | "renew" | "revoke", call: (present: KeptState) => Promise<Outcome>): Promise<Outcome> {
    const usable = this.tokens.usable();
    if (!usable.ok) return Promise.resolve(usable);
    return this.#calls[kind].run(() => {
      if (this.store.state.news) this.store.change({ news: undefined });
      return call(usable.value);
    });
  }

  #tellRenewed(token: KeptToken): Outcome {
    if (this.tokens.ifCurrent(token)) {
      this.store.change({ news: { kind: "token-renewed", expiresAtMs: token.expiresAtMs } });
    }
    return ok(undefined);
  }

  /** Marks the token as rejected if that is the error. */
  #refused(present: KeptState, failure: Failure): Outcome {
    if (failure.kind === "token-rejected") this.tokens.update(present, { rejected: true });
    return err(failure);
  }
}

function renewedToken(byItself: Result<RenewedByItself, Failure>): KeptToken | undefined {
  return byItself.ok && byItself.value.kind === "renewed" ? byItself.value.token : undefined;
}

/** Compares masked numbers, because nothing else of the number is kept. */
function isOfSameNumber(one: Pick<KeptToken, "maskedPhone">, other: Pick<KeptToken, "maskedPhone">): boolean {
  return one.maskedPhone === other.maskedPhone;
}
