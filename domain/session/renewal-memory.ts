import type { TokenNotes } from "../ports.ts";
import type { RenewalRecord } from "../token/renewal-record.ts";
import type { SessionStore } from "./session-state.ts";

/** Remembers the tries to renew the present token by itself, in the notes beside it. */
export class RenewalMemory {
  constructor(
    private readonly notes: TokenNotes,
    private readonly store: SessionStore,
  ) {}

  /** Loads the record of an earlier run. */
  load(): void {
    this.store.change({ renewal: this.notes.load()?.renewal });
  }

  /** Notes a try before its call. False if the disk refuses; then nothing is noted. */
  noteBefore(renewal: RenewalRecord): boolean {
    if (this.#save(renewal)) {
      this.store.change({ renewal });
      return true;
    }
    this.#save(this.store.state.renewal);
    return false;
  }

  /** Notes how a try ended. Where the disk refuses, the note from before the call stays there, which promises less. */
  note(renewal: RenewalRecord): void {
    this.#save(renewal);
    this.store.change({ renewal });
  }

  /** At log-out. */
  forget(): void {
    this.#save(undefined);
    this.store.change({ renewal: undefined });
  }

  #save(renewal: RenewalRecord | undefined): boolean {
    return this.notes.save({ copied: this.notes.load()?.copied, renewal });
  }
}
