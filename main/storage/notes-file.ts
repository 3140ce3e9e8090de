import * as v from "valibot";
import type { Notes } from "../../domain/ports.ts";
import { renewalFailures } from "../../domain/token/renewal-record.ts";
import { type JsonFile, readJsonFile } from "./json-file.ts";
import { moment, reminderOffsets } from "./token-file.ts";

/** Times and a masked number, in clear. No field has room for a token. */
const copiedSchema = v.object({
  obtainedAtMs: moment,
  expiresAtMs: moment,
  expiryEstimated: v.boolean(),
  maskedPhone: v.pipe(v.string(), v.maxLength(40)),
  copiedAtMs: moment,
  remindersDone: reminderOffsets,
});

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const renewalSchema = v.object({
  obtainedAtMs: moment,
  renewed: v.boolean(),
  tries: count,
  minted: count,
  refusals: count,
  triedAtMs: v.optional(moment),
  nextAtMs: v.optional(moment),
  failure: v.optional(v.picklist(renewalFailures)),
  rejectionTold: v.boolean(),
});

const notesFileSchema = v.object({
  schemaVersion: v.literal(1),
  /** By the origin of the API that issued the tokens. */
  notes: v.record(v.string(), v.object({ copied: v.optional(copiedSchema), renewal: v.optional(renewalSchema) })),
});

type NotesFile = v.InferOutput<typeof notesFileSchema>;

/**
 * The notes beside the tokens: token-notes.json. It is a file of its own, so that an older version reads and writes token.json as
 * before, and never touches this one.
 */
export const notesFile: JsonFile<NotesFile> = {
  name: "token-notes",
  schema: notesFileSchema,
  empty: { schemaVersion: 1, notes: {} },
};

/** Reads the notes without a store, for the icon's first state. */
export function readNotes(folder: string, apiOrigin: string): Notes | undefined {
  const found = readJsonFile(folder, notesFile);
  const notes = found.kind === "whole" ? found.content.notes[apiOrigin] : undefined;
  return notes && readNote(notes);
}

/** The notes of one API in this entry of the file. */
export function readNote({ copied, renewal }: NotesFile["notes"][string]): Notes {
  if (!renewal) return { copied, renewal };
  const { triedAtMs, nextAtMs, failure, ...rest } = renewal;
  return { copied, renewal: { ...rest, triedAtMs, nextAtMs, failure } };
}
