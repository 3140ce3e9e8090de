import type { TokenNotes } from "../../domain/ports.ts";
import { log } from "../log/log.ts";
import { errorName } from "../log/plain-name.ts";
import { GuardedStore } from "./guarded-store.ts";
import { notesFile, readNote } from "./notes-file.ts";

/** The notes of every API: token-notes.json. */
export class NotesStore extends GuardedStore<typeof notesFile.empty> {
  constructor(folder: string, nowMs: number) {
    super(folder, notesFile, nowMs);
  }
}

/** The notes of one API. Where the disk refuses, they are in memory until it takes them. */
export function createTokenNotes(store: NotesStore, apiOrigin: string): TokenNotes {
  const stored = store.content.notes[apiOrigin];
  let notes = stored && readNote(stored);
  let isSaved = true;

  function write(): boolean {
    try {
      store.change((content) => {
        const { copied, renewal } = notes ?? {};
        const note = {
          ...(copied && { copied: { ...copied, remindersDone: [...copied.remindersDone] } }),
          ...(renewal && { renewal }),
        };
        return { ...content, notes: { ...content.notes, [apiOrigin]: note } };
      });
      return true;
    } catch (error) {
      // Until it is stored, a restart loses it.
      log({ kind: "notes-not-stored", error: errorName(error) });
      return false;
    }
  }

  return {
    load: () => notes,
    save(changed) {
      notes = changed;
      isSaved = write();
      return isSaved;
    },
    flush() {
      if (!isSaved) isSaved = write();
    },
  };
}
