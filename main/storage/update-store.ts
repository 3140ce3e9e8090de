import * as v from "valibot";
import { readReleaseVersion } from "../domain/release-version.ts";
import type { JsonFile } from "./json-file.ts";
import { JsonStore } from "./json-store.ts";

const releaseVersion = v.pipe(
  v.string(),
  v.check((text) => readReleaseVersion(text) !== undefined),
);

/** Each field falls back on its own. What is stored is as little to be believed as what the feed says. */
const updateFileSchema = v.object({
  schemaVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** When the feed was last asked, Unix time in ms. */
  lookedAtMs: v.fallback(v.optional(v.number()), undefined),
  /** The latest release, as the feed told it then. */
  latestVersion: v.fallback(v.optional(releaseVersion), undefined),
  /** The one of which the person wants to read no more. */
  hiddenVersion: v.fallback(v.optional(releaseVersion), undefined),
});

export type UpdateFile = v.InferOutput<typeof updateFileSchema>;

const updateFile: JsonFile<UpdateFile> = { name: "updates", schema: updateFileSchema, empty: { schemaVersion: 1 } };

/** What is known of newer versions, between starts. */
export class UpdateStore extends JsonStore<UpdateFile> {
  constructor(folder: string, nowMs: number) {
    super(folder, updateFile, nowMs);
  }
}
