import type { Failure } from "../failure.ts";
import type { Clock, KeptToken, TokenVault } from "../ports.ts";
import { err, ok, type Result } from "../result.ts";
import type { Secret } from "../secret.ts";
import { readBearerToken, tokenStatus } from "../token/bearer-token.ts";
import { dueReminder, type ReminderOffset } from "../token/reminder.ts";
import type { KeptState, SessionState, SessionStore } from "./session-state.ts";

/** Pauses before the second, third and fourth try to store a token. */
const storeAgainAfterMs = [1_000, 10_000, 60_000];

/** The session's token, in memory and in the vault. */
export class CurrentToken {
  /** True once this run has set or removed a token. Then a token loaded late from an earlier run is ignored. */
  #settled = false;
  #skippedBeforeLoad: readonly ReminderOffset[] = [];

  constructor(
    private readonly vault: TokenVault,
    private readonly clock: Clock,
    private readonly store: SessionStore,
  ) {}

  /** Loads the token that an earlier run stored. */
  async load(): Promise<void> {
    const loaded = await this.vault.load();
    // The keyring can be slow. A login meanwhile has set a newer token.
    if (this.#settled) return;
    const token =
      loaded.kind === "token" ? ({ kind: "kept", token: loaded.token, storage: "keyring" } as const) : loaded;
    this.store.change({ token });
    this.skipPastReminders(this.#skippedBeforeLoad);
  }

  /** The token with its storage; `no-token` or `token-expired` where none can be used. */
  usable(): Result<KeptState, Failure> {
    const { token } = this.store.state;
    if (token.kind !== "kept") return err({ kind: "no-token" });
    const expired = tokenStatus(token.token, this.clock.nowMs()) === "expired";
    return expired ? err({ kind: "token-expired" }) : ok(token);
  }

  /** The session's present state of this token; `undefined` once another token, or none, has replaced it. */
  ifCurrent({ bearerToken }: KeptToken): KeptState | undefined {
    const { token } = this.store.state;
    return token.kind === "kept" && token.token.bearerToken === bearerToken ? token : undefined;
  }

  /**
   * Sets a token that cannot be fetched again: in memory at once, then in the vault, with further tries in the background
   * if the first one fails. Resolves after the first try.
   */
  async set(bearerToken: Secret, maskedPhone: string, changes: Partial<SessionState>): Promise<void> {
    const token = this.#fresh(bearerToken, maskedPhone);
    this.#settled = true;
    this.store.change({ ...changes, token: { kind: "kept", token, storage: "being-stored" } });
    if (!(await this.#tryStore(token))) void this.#storeLater(token);
  }

  /** Replaces a token that stays valid at Verifik, but only after the new one is stored; else `renewal-not-stored`. */
  async replace(old: KeptToken, bearerToken: Secret): Promise<Result<KeptToken, Failure>> {
    const fresh = this.#fresh(bearerToken, old.maskedPhone);
    const storage = await this.vault.keep(fresh);
    const present = this.ifCurrent(old);
    // A login or log-out came in between. The later action wins, in the vault too.
    if (!present || storage === "superseded") return ok(fresh);
    if (present.storage === "keyring" && storage !== "keyring") return err({ kind: "renewal-not-stored" });
    this.store.change({ token: { kind: "kept", token: fresh, storage } });
    return ok(fresh);
  }

  /** Changes what is remembered beside the token, in memory and in the vault. */
  update(present: KeptState, changes: Partial<KeptToken>): void {
    const token = { ...present.token, ...changes };
    this.store.change({ token: { ...present, token } });
    this.vault.update(token);
  }

  /** Marks the token in the vault only, so that a restart during a revocation does not show a revoked token as valid. */
  markPossiblyRevoked({ token }: KeptState, rejected: boolean): void {
    this.vault.update({ ...token, rejected });
  }

  markReminders(offsets: readonly ReminderOffset[]): void {
    const { token } = this.store.state;
    if (token.kind === "kept") this.update(token, { remindersDone: [...token.token.remindersDone, ...offsets] });
  }

  /** Marks reminders whose moment has passed as done, so that switching one on late does not show it at once. */
  skipPastReminders(offsets: readonly ReminderOffset[]): void {
    const { token } = this.store.state;
    if (!this.#settled && token.kind === "absent") this.#skippedBeforeLoad = [...this.#skippedBeforeLoad, ...offsets];
    // Also for a rejected token: Verifik may accept it again.
    const due =
      token.kind === "kept" ? dueReminder({ ...token.token, rejected: false }, offsets, this.clock.nowMs()) : undefined;
    if (due) this.markReminders(due.offsets);
  }

  /** Deletes the token from the vault. The caller clears the session's state. */
  remove(): Result<undefined, Failure> {
    const removed = this.vault.remove();
    if (removed.ok) this.#settled = true;
    return removed;
  }

  /** Tries again what the keyring refused: to load the stored token, or to store the one in memory. */
  async retry(): Promise<void> {
    const { token } = this.store.state;
    if (token.kind === "unreadable") await this.load();
    if (token.kind === "kept" && token.storage !== "being-stored") await this.flush();
  }

  /** Tries once more to store a token that is only in memory; called before quitting. */
  async flush(): Promise<void> {
    const { token } = this.store.state;
    if (token.kind === "kept" && token.storage !== "keyring") await this.#tryStore(token.token);
  }

  async #storeLater(token: KeptToken): Promise<void> {
    for (const waitMs of storeAgainAfterMs) {
      await this.clock.wait(waitMs);
      if (await this.#tryStore(token)) return;
    }
  }

  /** Tries to store the token and updates its storage. True when no further try is needed. */
  async #tryStore(token: KeptToken): Promise<boolean> {
    const before = this.ifCurrent(token);
    if (!before) return true;
    const storage = await this.vault.keep(before.token);
    const present = this.ifCurrent(token);
    if (!present || storage === "superseded") return true;
    // The token changed while the keyring was encrypting it.
    if (present.token !== before.token) this.vault.update(present.token);
    if (storage !== present.storage) this.store.change({ token: { ...present, storage } });
    return storage === "keyring";
  }

  #fresh(bearerToken: Secret, maskedPhone: string): KeptToken {
    return { ...readBearerToken(bearerToken, this.clock.nowMs()), maskedPhone, remindersDone: [], rejected: false };
  }
}
