import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

/** One of the product's JSON files in the user-data folder. */
export interface JsonFile<Content> {
  /** Without ".json". */
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, Content>;
  /** The content where there is no file. */
  readonly empty: Content;
}

/**
 * `damaged`: not a file that this product wrote. `newer`: written by a later version. `unreachable`: a permission or the disk
 * refuses to read it, so it may be whole.
 */
export type FoundFile<Content> =
  | { readonly kind: "missing" | "damaged" | "newer" | "unreachable" }
  | { readonly kind: "whole"; readonly content: Content };

/** Thousands of tokens fit. A larger file is damaged. */
const longestBytes = 16 * 1024 * 1024;

const laterSchema = v.object({ schemaVersion: v.pipe(v.number(), v.gtValue(1)) });

export function pathOf(folder: string, { name }: Pick<JsonFile<unknown>, "name">): string {
  return join(folder, `${name}.json`);
}

/** Reads the file and changes nothing. It loads no store, so the icon's first state can be read with it. */
export function readJsonFile<Content>(folder: string, file: JsonFile<Content>): FoundFile<Content> {
  const path = pathOf(folder, file);
  let text: string;
  try {
    const found = statSync(path);
    // Reading a pipe waits for its writer, and /dev/zero never ends.
    if (!found.isFile() || found.size > longestBytes) return { kind: "damaged" };
    text = readFileSync(path, "utf8");
  } catch (error) {
    return { kind: kindOf(error as NodeJS.ErrnoException, path) };
  }
  let content: unknown;
  try {
    content = parseJson(text);
  } catch {
    return { kind: "damaged" };
  }
  const parsed = v.safeParse(file.schema, content);
  if (parsed.success) return { kind: "whole", content: parsed.output };
  return { kind: v.is(laterSchema, content) ? "newer" : "damaged" };
}

/** Parses a file's text. Some editors on Windows put a byte order mark in front. Throws a SyntaxError. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ""));
}

function kindOf({ code }: NodeJS.ErrnoException, path: string): "missing" | "damaged" | "unreachable" {
  if (code === "ELOOP") return "damaged";
  if (code !== "ENOENT") return "unreachable";
  // A link to nowhere is damaged, not missing.
  return lstatSync(path, { throwIfNoEntry: false }) ? "damaged" : "missing";
}

/**
 * The path to write to. A link to a regular file of this user is followed: people keep files elsewhere that way. Any other
 * link is replaced, and the file it leads to stays untouched.
 */
export function destinationOf(path: string): string {
  try {
    if (!lstatSync(path).isSymbolicLink()) return path;
    const found = statSync(path);
    return found.isFile() && found.uid === process.getuid?.() ? realpathSync(path) : path;
  } catch {
    // There is no file, or a link to nowhere.
    return path;
  }
}
