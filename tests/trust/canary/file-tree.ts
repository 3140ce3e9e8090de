import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Haystack } from "./scan.ts";

/** The content and the name of every file below a folder. */
export function* filesBelow(folder: string): Generator<Haystack> {
  for (const path of pathsBelow(folder)) {
    yield { place: `the name of ${path}`, content: path };
    const content = contentOf(path);
    if (content) yield { place: path, content };
  }
}

/** Content and name of every file that this user has created or changed since `sinceMs`, except below the excluded folders. */
export function* filesSince(folder: string, sinceMs: number, leftOut: readonly string[]): Generator<Haystack> {
  for (const path of pathsBelow(folder, leftOut)) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found || found.uid !== process.getuid?.() || found.mtimeMs < sinceMs) continue;
    const content = contentOf(path);
    if (content) yield { place: path, content };
  }
}

function pathsBelow(folder: string, leftOut: readonly string[] = []): string[] {
  if (leftOut.some((name) => folder.startsWith(name))) return [];
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? pathsBelow(path, leftOut) : [path];
    });
  } catch {
    // It belongs to another user or has been deleted.
    return [];
  }
}

function contentOf(path: string): Buffer | undefined {
  try {
    // Links, pipes and sockets are skipped.
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
