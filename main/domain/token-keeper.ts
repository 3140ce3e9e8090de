import { readBearerToken, tokenStatus } from "./bearer-token.ts";
import type { Failure } from "./failure.ts";
import type { Clock, KeptToken, TokenPlace, TokenVault, VerifikApi } from "./ports.ts";
import { dueReminder, type ReminderLead } from "./reminder.ts";
import { failed, type Result, success } from "./result.ts";
import type { Secret } from "./secret.ts";
import type { News, SessionStore, TokenState } from "./session-state.ts";
import { SingleCall } from "./single-call.ts";
import { Turns } from "./turns.ts";

type Done = Result<undefined, Failure>;
type Kept = Extract<TokenState, { kind: "kept" }>;

/** How long is waited before each further try to store a token that could not be had again. */
const storeAgainAfterMs = [1_000, 10_000, 60_000];

/** The token that is kept, and what Verifik does with it: check, renew, revoke. */
export class TokenKeeper {
  readonly #calls = { check: new SingleCall<Done>(), renew: new SingleCall<Done>(), revoke: new SingleCall<Done>() };
  /** Of the vault: what is kept last is what the session has. */
  readonly #turns = new Turns();

  constructor(
    private readonly api: VerifikApi,
    private readonly vault: TokenVault,
    private readonly clock: Clock,
    private readonly store: SessionStore,
  ) {}

  /** Reads what earlier runs kept. */
  async load(): Promise<void> {
    const loaded = await this.vault.load();
    // A keyring may take its time; who has logged in meanwhile has a newer token.
    if (this.store.state.token.kind !== "absent") return;
    this.store.change({ token: loaded.kind === "token" ? kept(loaded.token, "keyring") : loaded });
  }

  /** Takes the token of a login. */
  keep(bearerToken: Secret, maskedPhone: string): Promise<Done> {
    const token = this.#fresh(bearerToken, maskedPhone);
    return this.#turns.run(async () => {
      const before = this.store.state.token;
      const place = await this.vault.keep(token);
      const present = this.store.state.token;
      if (present.kind === "absent" && present !== before) return this.#removeAgain();
      this.#abandonCalls();
      this.store.change({ token: kept(token, place), account: undefined, loggedOut: undefined });
      return success(undefined);
    });
  }

  /** The token for the clipboard; an expired one helps nobody and is not given. */
  toCopy(): Result<Secret, Failure> {
    const usable = this.#usable();
    return usable.ok ? success(usable.value.token.bearerToken) : usable;
  }

  markReminders(leads: readonly ReminderLead[]): void {
    const { token } = this.store.state;
    if (token.kind === "kept") this.#update(token, { remindersDone: [...token.token.remindersDone, ...leads] });
  }

  /** Reminders that are switched on after their moment do not come any more. */
  skipPastReminders(leads: readonly ReminderLead[]): void {
    const { token } = this.store.state;
    const due = token.kind === "kept" ? dueReminder(token.token, leads, this.clock.nowMs()) : undefined;
    if (due) this.markReminders(due.leads);
  }

  /** Asks Verifik whether it takes the token and whose it is, and remembers the answer. */
  check(): Promise<Done> {
    return this.#ask("check", async ({ token }) => {
      const account = await this.api.readAccount(token.bearerToken);
      const present = this.#stillKept(token);
      // Another token has taken its place meanwhile, or none: the answer is of no interest any more.
      if (!present) return success(undefined);
      if (!account.ok) return this.#refused(present, account.failure);
      this.#update(present, { rejected: false });
      this.store.change({ account: account.value, news: { kind: "token-accepted" } });
      return success(undefined);
    });
  }

  /** A new token for so many months, without a code. The present one stays valid and, until the new one is stored, kept. */
  renew(months: number): Promise<Done> {
    return this.#ask("renew", async ({ token }) => {
      const renewed = await this.api.renewToken(token.bearerToken, months);
      const present = this.#stillKept(token);
      if (!present) return success(undefined);
      if (!renewed.ok) {
        const refused = this.#refused(present, renewed.failure);
        if (renewed.failure.kind === "token-rejected") {
          this.store.change({ login: { step: "phone" }, news: { kind: "renewal-refused" } });
        }
        return refused;
      }
      return this.#turns.run(() => this.#replace(token, this.#fresh(renewed.value, token.maskedPhone)));
    });
  }

  /** Ends every token there is and takes a new one, which cannot be had again: in memory at once, then stored. */
  revokeAll(): Promise<Done> {
    return this.#ask("revoke", async ({ token }) => {
      const revoked = await this.api.revokeTokens(token.bearerToken);
      if (!revoked.ok) {
        const present = this.#stillKept(token);
        return present ? this.#refused(present, revoked.failure) : revoked;
      }
      // Logged out meanwhile: nothing is kept that the person has turned away from.
      if (this.store.state.token.kind !== "kept") return success(undefined);
      const fresh = this.#fresh(revoked.value, token.maskedPhone);
      this.store.change({ token: kept(fresh, "being-stored"), news: { kind: "tokens-revoked" } });
      const stored = await this.#storePresent(fresh);
      if (stored === "again") void this.#storeLater(fresh);
      return success(undefined);
    });
  }

  /** Deletes the token from the vault; what is under way with it is of no interest any more. */
  remove(): Done {
    const removed = this.vault.remove();
    if (removed.ok) this.#abandonCalls();
    return removed;
  }

  async #replace(old: KeptToken, fresh: KeptToken): Promise<Done> {
    // A login may have come first in turn.
    if (!this.#stillKept(old)) return success(undefined);
    const place = await this.vault.keep(fresh);
    const present = this.#stillKept(old);
    if (!present) return this.#removeAgain();
    if (present.place === "keyring" && place !== "keyring") return failed({ kind: "renewal-not-stored" });
    const news: News = { kind: "token-renewed", expiresAtMs: fresh.expiresAtMs };
    this.store.change({ token: kept(fresh, place), news });
    return success(undefined);
  }

  async #storeLater(token: KeptToken): Promise<void> {
    for (const waitMs of storeAgainAfterMs) {
      await this.clock.wait(waitMs);
      if ((await this.#storePresent(token)) === "done") return;
    }
  }

  /** Stores a token that the session has already, unless it has another one by now. */
  #storePresent(token: KeptToken): Promise<"done" | "again"> {
    return this.#turns.run(async () => {
      const before = this.#stillKept(token);
      if (!before) return "done";
      const place = await this.vault.keep(before.token);
      const present = this.#stillKept(token);
      if (!present) this.#removeAgain();
      // No news of its own: it must not take away what was said last.
      else if (place !== present.place)
        this.store.change({ token: { ...present, place }, news: this.store.state.news });
      return place === "memory-after-write-failure" ? "again" : "done";
    });
  }

  /** Logged out while the keyring was at work: what the person asked last holds. */
  #removeAgain(): Done {
    const removed = this.vault.remove();
    return removed.ok ? failed({ kind: "no-login-pending" }) : removed;
  }

  /** One call of a kind at a time, with a token that has not expired. */
  #ask(kind: "check" | "renew" | "revoke", call: (present: Kept) => Promise<Done>): Promise<Done> {
    const usable = this.#usable();
    return usable.ok ? this.#calls[kind].run(() => call(usable.value)) : Promise.resolve(usable);
  }

  #usable(): Result<Kept, Failure> {
    const { token } = this.store.state;
    if (token.kind !== "kept") return failed({ kind: "no-token" });
    const expired = tokenStatus(token.token, this.clock.nowMs()) === "expired";
    return expired ? failed({ kind: "token-expired" }) : success(token);
  }

  #stillKept({ bearerToken }: KeptToken): Kept | undefined {
    const { token } = this.store.state;
    return token.kind === "kept" && token.token.bearerToken === bearerToken ? token : undefined;
  }

  /** Only that the token is refused is remembered of a failure. */
  #refused(present: Kept, failure: Failure): Done {
    if (failure.kind === "token-rejected") this.#update(present, { rejected: true });
    return failed(failure);
  }

  #fresh(bearerToken: Secret, maskedPhone: string): KeptToken {
    return { ...readBearerToken(bearerToken, this.clock.nowMs()), maskedPhone, remindersDone: [], rejected: false };
  }

  #update(present: Kept, changes: Partial<KeptToken>): void {
    const token = { ...present.token, ...changes };
    this.store.change({ token: { ...present, token } });
    this.vault.update(token);
  }

  #abandonCalls(): void {
    for (const call of Object.values(this.#calls)) call.abandon();
  }
}

function kept(token: KeptToken, place: TokenPlace): Kept {
  return { kind: "kept", token, place };
}
