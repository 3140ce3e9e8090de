import type { Failure } from "../failure.ts";
import type { Clock, KeptToken, TokenVault } from "../ports.ts";
import { dueReminder, type ReminderOffset } from "../reminders/reminder.ts";
import { err, ok, type Result } from "../result.ts";
import type { Secret } from "../secret.ts";
import type { KeptState, SessionState, SessionStore } from "../session-state.ts";
import { readBearerToken, tokenStatus } from "./bearer-token.ts";

/** How long is waited before each further try to store a token that could not be stored. */
const storeAgainAfterMs = [1_000, 10_000, 60_000];

/** The token that the session has, in memory and in the vault. */
export class CurrentToken {
  /** A token was taken or removed: what earlier runs kept is of no interest any more. */
  #settled = false;
  #skippedBeforeLoad: readonly ReminderOffset[] = [];

  constructor(
    private readonly vault: TokenVault,
    private readonly clock: Clock,
    private readonly store: SessionStore,
  ) {}

  /** Reads what earlier runs kept. */
  async load(): Promise<void> {
    const loaded = await this.vault.load();
    // A keyring may take its time; who has logged in meanwhile has a newer token.
    if (this.#settled) return;
    const token = loaded.kind === "token" ? ({ kind: "kept", token: loaded.token, place: "keyring" } as const) : loaded;
    this.store.change({ token });
    this.skipPastReminders(this.#skippedBeforeLoad);
  }

  /** The token, unless it has expired. */
  usable(): Result<KeptState, Failure> {
    const { token } = this.store.state;
    if (token.kind !== "kept") return err({ kind: "no-token" });
    const expired = tokenStatus(token.token, this.clock.nowMs()) === "expired";
    return expired ? err({ kind: "token-expired" }) : ok(token);
  }

  /** For the clipboard; an expired one helps nobody and is not given. */
  toCopy(): Result<Secret, Failure> {
    const usable = this.usable();
    return usable.ok ? ok(usable.value.token.bearerToken) : usable;
  }

  /** What the session has for this token now; `undefined` when it has another one, or none. */
  ifCurrent({ bearerToken }: KeptToken): KeptState | undefined {
    const { token } = this.store.state;
    return token.kind === "kept" && token.token.bearerToken === bearerToken ? token : undefined;
  }

  /**
   * A token that cannot be had again: the session has it at once, and it is stored behind that, several times if need be.
   * Answers when the first try is over.
   */
  async set(bearerToken: Secret, maskedPhone: string, changes: Partial<SessionState>): Promise<void> {
    const token = this.#fresh(bearerToken, maskedPhone);
    this.#settled = true;
    this.store.change({ ...changes, token: { kind: "kept", token, place: "being-stored" } });
    if (!(await this.#tryStore(token))) void this.#storeLater(token);
  }

  /** A token in the place of one that stays good: only once it is stored. Answers until when the new one is good. */
  async replace(old: KeptToken, bearerToken: Secret): Promise<Result<KeptToken, Failure>> {
    const fresh = this.#fresh(bearerToken, old.maskedPhone);
    const place = await this.vault.keep(fresh);
    const present = this.ifCurrent(old);
    // Another one was taken meanwhile, or the person has logged out: what was asked last holds, in the vault too.
    if (!present || place === "superseded") return ok(fresh);
    if (present.place === "keyring" && place !== "keyring") return err({ kind: "renewal-not-stored" });
    this.store.change({ token: { kind: "kept", token: fresh, place } });
    return ok(fresh);
  }

  /** Notes what has become of the token. */
  update(present: KeptState, changes: Partial<KeptToken>): void {
    const token = { ...present.token, ...changes };
    this.store.change({ token: { ...present, token } });
    this.vault.update(token);
  }

  /** Notes in the vault alone that the token may be dead: should this process end now, the next one must not call it good. */
  markPossiblyRevoked({ token }: KeptState, rejected: boolean): void {
    this.vault.update({ ...token, rejected });
  }

  markReminders(leads: readonly ReminderOffset[]): void {
    const { token } = this.store.state;
    if (token.kind === "kept") this.update(token, { remindersDone: [...token.token.remindersDone, ...leads] });
  }

  /** Reminders that are switched on after their moment do not come any more. */
  skipPastReminders(leads: readonly ReminderOffset[]): void {
    const { token } = this.store.state;
    if (!this.#settled && token.kind === "absent") this.#skippedBeforeLoad = [...this.#skippedBeforeLoad, ...leads];
    // Also of a token that Verifik refuses now: it may take it again.
    const due =
      token.kind === "kept" ? dueReminder({ ...token.token, rejected: false }, leads, this.clock.nowMs()) : undefined;
    if (due) this.markReminders(due.leads);
  }

  /** Deletes the token from the vault; the session's is the caller's. */
  remove(): Result<undefined, Failure> {
    const removed = this.vault.remove();
    if (removed.ok) this.#settled = true;
    return removed;
  }

  /** Tries once more to store what is in memory only; for the end. */
  async flush(): Promise<void> {
    const { token } = this.store.state;
    if (token.kind === "kept" && token.place !== "keyring") await this.#tryStore(token.token);
  }

  async #storeLater(token: KeptToken): Promise<void> {
    for (const waitMs of storeAgainAfterMs) {
      await this.clock.wait(waitMs);
      if (await this.#tryStore(token)) return;
    }
  }

  /** Tries to store it, and notes where it is; also true when the session has another one by now. */
  async #tryStore(token: KeptToken): Promise<boolean> {
    const before = this.ifCurrent(token);
    if (!before) return true;
    const place = await this.vault.keep(before.token);
    const present = this.ifCurrent(token);
    if (!present || place === "superseded") return true;
    // Something was noted about it while the keyring was at work.
    if (present.token !== before.token) this.vault.update(present.token);
    if (place !== present.place) this.store.change({ token: { ...present, place } });
    return place === "keyring";
  }

  #fresh(bearerToken: Secret, maskedPhone: string): KeptToken {
    return { ...readBearerToken(bearerToken, this.clock.nowMs()), maskedPhone, remindersDone: [], rejected: false };
  }
}
