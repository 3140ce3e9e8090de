import { lstatSync, readFileSync, statSync } from "node:fs";
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

/**
 * `damaged`: whatever is there is no such file. `newer`: of a later schema, which is not ours to understand.
 * `unreachable`: nobody knows what is there, because it could not be looked at now.
 */
export type FoundFile<Content> =
  | { readonly kind: "missing" | "damaged" | "newer" | "unreachable" }
  | { readonly kind: "whole"; readonly content: Content };

/** Thousands of tokens that were kept aside would fit; a file that is larger is not read. */
const longestBytes = 16 * 1024 * 1024;

const laterSchema = v.object({ schemaVersion: v.pipe(v.number(), v.gtValue(1)) });

export function pathOf(folder: string, { name }: Pick<JsonFile<unknown>, "name">): string {
  return join(folder, `${name}.json`);
}

/** Reads the file as it is. A plain small read: it is also made before the stores are there, for the tray's first moment. */
export function readJsonFile<Content>(folder: string, file: JsonFile<Content>): FoundFile<Content> {
  const path = pathOf(folder, file);
  let text: string;
  try {
    const found = statSync(path);
    // Reading a pipe would wait for its writer, and some devices never end.
    if (!found.isFile() || found.size > longestBytes) return { kind: "damaged" };
    text = readFileSync(path, "utf8");
  } catch (error) {
    return { kind: kindOf(error as NodeJS.ErrnoException, path) };
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { kind: "damaged" };
  }
  const parsed = v.safeParse(file.schema, content);
  if (parsed.success) return { kind: "whole", content: parsed.output };
  return { kind: v.is(laterSchema, content) ? "newer" : "damaged" };
}

/** A disk or a permission that refuses says nothing of the file: it may be whole, and be read again tomorrow. */
function kindOf({ code }: NodeJS.ErrnoException, path: string): "missing" | "damaged" | "unreachable" {
  if (code === "ELOOP") return "damaged";
  if (code !== "ENOENT") return "unreachable";
  // A link to nowhere is something that is there.
  return lstatSync(path, { throwIfNoEntry: false }) ? "damaged" : "missing";
}
