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
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

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
  /** Puts it in the file's place. Throws when the disk refuses; the draft is gone then. */
  publish(): void;
  discard(): void;
}

/**
 * Writes the text beside the file, on the disk to its last byte, and answers what puts it in the file's place at once or
 * takes it away: at any moment there is the old file or the new one, whole. Throws when the disk refuses, with nothing
 * left behind.
 */
export function draftWholeFile(path: string, text: string): Draft {
  const folder = dirname(path);
  const draft = `${path}${draftMark}${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const discard = () => rmSync(draft, { force: true });
  // Of an earlier process with this number.
  discard();
  try {
    writeDurably(draft, text);
  } catch (error) {
    discard();
    throw error;
  }
  return {
    path: draft,
    discard,
    publish() {
      try {
        replace(draft, path);
      } catch (error) {
        discard();
        throw error;
      }
      makeDurable(folder);
    },
  };
}

/** Deletes drafts that processes left behind which were ended while they wrote. */
export function removeLeftDrafts(path: string): void {
  const start = `${basename(path)}${draftMark}`;
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(start) && !isRunning(Number(name.slice(start.length)))) rmSync(join(dirname(path), name));
  }
}

const draftMark = ".tmp-";

function writeDurably(path: string, text: string): void {
  // Only a new file: a link that somebody has put there is not followed.
  const file = openSync(path, "wx", 0o600);
  try {
    // Goes on after a short write, which a disk that is nearly full answers with, until all is written or it fails.
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
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
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, renameAgainAfterMs);
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
