import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { writeByElectronStore } from "./electron-store-file.ts";

/** Which content a path has: another one has another stamp. `undefined` when nothing is there, or it cannot be told. */
export function stampOf(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(":");
  } catch {
    return undefined;
  }
}

/**
 * Where a write has to go. A link to a file of this user is a person's way to keep the file elsewhere, and is followed;
 * any other link is replaced, so that what it points to is left as it was.
 */
export function destinationOf(path: string): string {
  try {
    if (!lstatSync(path).isSymbolicLink()) return path;
    const found = statSync(path);
    return found.isFile() && found.uid === process.getuid?.() ? realpathSync(path) : path;
  } catch {
    // Nothing is there, or a link to nowhere.
    return path;
  }
}

interface Draft {
  readonly path: string;
  /**
   * Puts it in the file's place, unless that is not as it has to be; answers whether it did. Throws when the disk refuses.
   * The draft is gone then.
   */
  publish(isAsItHasToBe: () => boolean): boolean;
}

/**
 * Writes the content beside the file, on the disk to its last byte, and answers what puts it in the file's place at once: at
 * any moment there is the old file or the new one, whole. Throws when the disk refuses, with nothing left behind.
 */
export function draftWholeFile(path: string, content: Record<string, unknown>): Draft {
  const folder = dirname(path);
  const draft = `${path}${draftMark}${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // With what a refused write has left beside it.
  const discard = () => removeDrafts(path, (pid) => pid === process.pid);
  // Of an earlier process with this number.
  discard();
  try {
    writeByElectronStore(draft, content);
  } catch (error) {
    discard();
    throw error;
  }
  return {
    path: draft,
    publish(isAsItHasToBe) {
      try {
        const isPublished = exclusively(lockOf(path), () => {
          if (!isAsItHasToBe()) return false;
          replace(draft, path);
          return true;
        });
        if (isPublished) makeDurable(folder);
        return isPublished;
      } finally {
        discard();
      }
    },
  };
}

/** Deletes drafts that processes left behind which were ended while they wrote. */
export function removeLeftDrafts(path: string): void {
  removeDrafts(path, (pid) => !isRunning(pid));
  removeOldLock(lockOf(path));
}

const draftMark = ".tmp-";
const lockOf = (path: string) => `${path}${draftMark}lock`;

function removeDrafts(path: string, isOf: (pid: number) => boolean): void {
  const start = `${basename(path)}${draftMark}`;
  for (const name of readdirSync(dirname(path))) {
    // What electron-store was writing has more after the number; the lock has none.
    const pid = name.startsWith(start) ? Number.parseInt(name.slice(start.length), 10) : Number.NaN;
    if (!Number.isNaN(pid) && isOf(pid)) rmSync(join(dirname(path), name));
  }
}

/** The rename itself, so that what was called stored is there after a power failure too. */
function makeDurable(folder: string): void {
  try {
    const opened = openSync(folder, "r");
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // Windows opens no folders, and some file systems sync none. The file is written all the same.
  }
}

/** Longer than a rename is tried: a lock that is older was left by a process that was ended. */
const oldestLockMs = 1_000;
const lockTries = 3_000;

/** Runs it while no other process runs what has the same lock. Throws when the lock cannot be had. */
function exclusively<Value>(lock: string, run: () => Value): Value {
  for (let tries = 1; ; tries += 1) {
    try {
      closeSync(openSync(lock, "wx", 0o600));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries === lockTries) throw error;
    }
    removeOldLock(lock);
    pause(1);
  }
  try {
    return run();
  } finally {
    try {
      rmSync(lock, { force: true });
    } catch {
      // Held by a virus scanner, on Windows; what was done is done, and the lock is old in a second.
    }
  }
}

function removeOldLock(lock: string): void {
  const found = statSync(lock, { throwIfNoEntry: false });
  // Either way: clocks are set back too.
  if (found && Math.abs(Date.now() - found.mtimeMs) > oldestLockMs) rmSync(lock, { force: true });
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

const renameAgainAfterMs = 20;
const renameTries = 25;

function replace(draft: string, path: string): void {
  for (let tries = 1; ; tries += 1) {
    try {
      renameSync(draft, path);
      return;
    } catch (error) {
      // On Windows a virus scanner or an indexer may hold the file for a moment.
      if (process.platform !== "win32" || tries === renameTries) throw error;
      pause(renameAgainAfterMs);
    }
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's runs too; what is no number of a process is none's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
