import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

/** A JSON file of ours in the user-data folder. */
export interface JsonFile<Content> {
  /** Without ".json". */
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, Content>;
  /** What stands for a file that is not there. */
  readonly empty: Content;
}

/** A file that cannot be read is `damaged`, whatever the reason; one of a later schema is not ours to understand. */
export type FoundFile<Content> =
  | { readonly kind: "missing" | "damaged" | "newer" }
  | { readonly kind: "whole"; readonly content: Content };

const laterSchema = v.object({ schemaVersion: v.pipe(v.number(), v.gtValue(1)) });

/** Reads the file as it is. A plain small read: it is also made before the stores are there, for the tray's first moment. */
export function readJsonFile<Content>(folder: string, { name, schema }: JsonFile<Content>): FoundFile<Content> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "damaged" };
  }
  const parsed = v.safeParse(schema, content);
  if (parsed.success) return { kind: "whole", content: parsed.output };
  return { kind: v.is(laterSchema, content) ? "newer" : "damaged" };
}
