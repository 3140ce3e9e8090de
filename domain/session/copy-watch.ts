import type { Clock, KeptToken, TokenNotes } from "../ports.ts";
import { type CopiedToken, copyOf, isCopyOf } from "../token/copied-token.ts";
import { dueReminder, type ReminderOffset } from "../token/reminder.ts";
import type { SessionState, SessionStore } from "./session-state.ts";

/** The newest copied token, unless it is the present one, whose own reminders speak for both. */
export function watchedCopy({ copied, token }: SessionState): CopiedToken | undefined {
  return copied && token.kind === "kept" && isCopyOf(copied, token.token) ? undefined : copied;
}

/** Watches the newest token that the person copied, until a newer one is copied or the person says that it is over. */
export class CopyWatch {
  constructor(
    private readonly notes: TokenNotes,
    private readonly clock: Clock,
    private readonly store: SessionStore,
  ) {
    store.onChanged(() => this.#followPresentToken());
  }

  /** Begins to watch the copy of an earlier run. After the stored token: it may be the copied one. */
  load(): void {
    this.store.change({ copied: this.notes.load()?.copied });
  }

  /** Notes a copy that succeeded. An older copy is no longer watched. */
  noteCopy(token: KeptToken): void {
    this.#set(copyOf(token, this.clock.nowMs()));
  }

  /** Notes that a login begins: from now on it is known which tokens were copied. */
  noteLogin(): void {
    if (!this.notes.load()) this.#set(undefined);
  }

  /** Forgets the copy because the person no longer uses it, or because it is of no use. */
  end(): void {
    if (this.notes.load()?.copied) this.#set(undefined);
  }

  /** The person no longer uses the copy. */
  dismiss(): void {
    const { copied } = this.store.state;
    if (!copied) return;
    this.#set(undefined);
    this.store.change({ news: { kind: "copy-dismissed", copiedAtMs: copied.copiedAtMs } });
  }

  /** Marks reminders of a copy as shown, unless another copy has taken its place. */
  markReminders({ copiedAtMs }: CopiedToken, offsets: readonly ReminderOffset[]): void {
    const { copied } = this.store.state;
    if (copied?.copiedAtMs === copiedAtMs)
      this.#set({ ...copied, remindersDone: [...copied.remindersDone, ...offsets] });
  }

  /** Marks reminders whose moment has passed as done, so that switching one on late does not show it at once. */
  skipPastReminders(offsets: readonly ReminderOffset[]): void {
    const { copied } = this.store.state;
    const due = copied && dueReminder(copyLife(copied), offsets, this.clock.nowMs());
    if (due) this.markReminders(copied, due.offsets);
  }

  /** Tries again to store what the disk refused. */
  flush(): void {
    this.notes.flush();
  }

  #followPresentToken(): void {
    const { copied, token } = this.store.state;
    if (token.kind !== "kept") return;
    if (!this.notes.load()) {
      // A version that noted no copies has stored the token.
      this.#set(copyOf(token.token, token.token.obtainedAtMs));
    } else if (copied && isCopyOf(copied, token.token)) {
      const shown = token.token.remindersDone.filter((offset) => !copied.remindersDone.includes(offset));
      if (shown.length > 0) this.markReminders(copied, shown);
    }
  }

  #set(copied: CopiedToken | undefined): void {
    this.notes.save({ renewal: this.notes.load()?.renewal, copied });
    this.store.change({ copied });
  }
}

/** The copy's life for its reminders, which begins when it was copied. */
export function copyLife(copied: CopiedToken) {
  return { ...copied, obtainedAtMs: copied.copiedAtMs, rejected: false };
}
