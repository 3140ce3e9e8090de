import * as v from "valibot";
import type { JsonFile } from "./json-file.ts";
import { PreferencesStore } from "./preferences-store.ts";

/** A wrong field does not spoil the others. Versions are text here; the update check parses them as it parses the feed. */
const updateFileSchema = v.object({
  schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When the feed was last asked: Unix time in milliseconds. */
  lookedAtMs: v.fallback(v.optional(v.number()), undefined),
  /** The latest release in that answer. */
  latestVersion: v.fallback(v.optional(v.string()), undefined),
  /** The version whose notice the person has hidden. */
  hiddenVersion: v.fallback(v.optional(v.string()), undefined),
});

export type UpdateFile = v.InferOutput<typeof updateFileSchema>;

const updateFile: JsonFile<UpdateFile> = { name: "updates", schema: updateFileSchema, empty: { schemaVersion: 1 } };

/** The result of the last update check: updates.json. */
export class UpdateStore extends PreferencesStore<UpdateFile> {
  constructor(folder: string, nowMs: number) {
    super(folder, updateFile, nowMs);
  }
}
