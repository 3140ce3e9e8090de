import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { draftMark } from "./open-json-file.ts";

/**
 * Replaces a file's content at once: after kill -9 and on a full disk the file has the old content or the new one. Only its
 * owner can read it. Throws when the disk refuses.
 *
 * electron-store cannot do this yet. Below it atomically ignores how many bytes a write took, and on a nearly full disk it
 * renames the part that arrived: https://github.com/fabiospampinato/atomically/pull/18. Once an electron-store with that
 * change is released, it can write the token's file too, and this file can go.
 */
export function replaceFile(path: string, content: Record<string, unknown>): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}${draftMark}${process.pid}`;
  // An earlier process with the same id may have left its draft.
  rmSync(draft, { force: true });
  const file = openSync(draft, "wx", 0o600);
  try {
    try {
      const bytes = Buffer.from(JSON.stringify(content, undefined, "\t"));
      if (writeSync(file, bytes) !== bytes.length) throw new Error("The disk took only a part of the file.");
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    rename(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(folder);
}

const renameTimeoutMs = 500;

/** On Windows a virus scanner may hold the file for a moment, so there the rename is tried again for half a second. */
function rename(draft: string, path: string): void {
  const deadlineMs = performance.now() + renameTimeoutMs;
  for (;;) {
    try {
      renameSync(draft, path);
      return;
    } catch (error) {
      if (process.platform !== "win32" || performance.now() > deadlineMs) throw error;
    }
  }
}

/** Puts the rename itself on the disk, so that the new content is there after a power failure. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, "r");
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // Windows opens no folders, and some file systems do not sync them. The file has its content all the same.
  }
}
