import { chmodSync, lstatSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { destinationOf, type FoundFile, type JsonFile, pathOf, readJsonFile } from "./json-file.ts";

/** Drafts of a write are called "token.json.tmp-…", by us and by electron-store. */
export const draftMark = ".tmp-";

/**
 * Reads a file at the start of the application. It deletes drafts of processes that were killed, takes permissions away that
 * others widened, and sets a damaged or newer file aside.
 */
export function openJsonFile<Content>(folder: string, file: JsonFile<Content>, nowMs: number): FoundFile<Content> {
  const path = destinationOf(pathOf(folder, file));
  tolerateRefusal(() => removePermissions(folder, 0o022));
  tolerateRefusal(() => removeDrafts(path));
  const found = readOrSetAside(folder, file, nowMs);
  // A link that is not followed may lead to anything, so only a file that was read as ours is changed.
  if (found.kind === "whole") tolerateRefusal(() => removePermissions(path, 0o177));
  return found;
}

/** Reads a file; a damaged or newer one is renamed, never deleted. `unreachable` also when it cannot be renamed. */
export function readOrSetAside<Content>(folder: string, file: JsonFile<Content>, nowMs: number): FoundFile<Content> {
  const found = readJsonFile(folder, file);
  if (found.kind !== "damaged" && found.kind !== "newer") return found;
  try {
    setAside(folder, file, nowMs);
    return found;
  } catch {
    return { kind: "unreachable" };
  }
}

/** Renames whatever is in the file's place to "token.set-aside-2026-11-21T12-30-00.000Z.json". Throws when the disk refuses. */
export function setAside(folder: string, file: Pick<JsonFile<unknown>, "name">, nowMs: number): void {
  const moment = new Date(nowMs).toISOString().replaceAll(":", "-");
  const nameOf = (count: number) => `${asidePrefix(file)}${moment}${count === 0 ? "" : `-${count}`}.json`;
  let count = 0;
  while (lstatSync(join(folder, nameOf(count)), { throwIfNoEntry: false })) count += 1;
  renameSync(pathOf(folder, file), join(folder, nameOf(count)));
}

/** Deletes the files that were set aside. Throws when the disk refuses. */
export function removeSetAside(folder: string, file: Pick<JsonFile<unknown>, "name">): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(asidePrefix(file))) rmSync(join(folder, name), { recursive: true });
  }
}

function asidePrefix({ name }: Pick<JsonFile<unknown>, "name">): string {
  return `${name}.set-aside-`;
}

/** Every draft is left over, because the single-instance lock lets only one process write. */
function removeDrafts(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(basename(path) + draftMark)) rmSync(join(dirname(path), name));
  }
}

/** Changes only what belongs to this user: no link, and no folder that many users share, such as /tmp. */
function removePermissions(path: string, bits: number): void {
  const found = lstatSync(path);
  const isShared = (found.mode & 0o1000) !== 0;
  if (found.isSymbolicLink() || isShared || found.uid !== process.getuid?.()) return;
  if ((found.mode & bits) !== 0) chmodSync(path, found.mode & 0o777 & ~bits);
}

/** For the optional steps of the start. A missing folder or permission shows when the file is read or written. */
function tolerateRefusal(act: () => void): void {
  try {
    act();
  } catch {
    // The file is read next.
  }
}
