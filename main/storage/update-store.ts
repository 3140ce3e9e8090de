import * as v from "valibot";
import type { JsonFile } from "./json-file.ts";
import { JsonStore } from "./json-store.ts";

/** Each field falls back on its own. A version is text here: whoever shows one reads it as what a feed says is read. */
const updateFileSchema = v.object({
  schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When the feed was last asked, Unix time in ms. */
  lookedAtMs: v.fallback(v.optional(v.number()), undefined),
  /** The latest release, as the feed told it then. */
  latestVersion: v.fallback(v.optional(v.string()), undefined),
  /** The one of which the person wants to read no more. */
  hiddenVersion: v.fallback(v.optional(v.string()), undefined),
});

export type UpdateFile = v.InferOutput<typeof updateFileSchema>;

const updateFile: JsonFile<UpdateFile> = { name: "updates", schema: updateFileSchema, empty: { schemaVersion: 1 } };

/** What is known of newer versions, between starts. */
export class UpdateStore extends JsonStore<UpdateFile> {
  constructor(folder: string, nowMs: number) {
    super(folder, updateFile, nowMs);
  }
}
