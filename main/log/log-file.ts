import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** The newest and the one before: 512 KiB at most, some thousand entries. */
const limitBytes = 256 * 1024;
const newest = "verifik-tray.log";
const older = "verifik-tray.old.log";

const ownerOnly = 0o600;
// Windows has neither links of this kind nor pipes among files, and does not know the flags.
const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * One file, readable by its owner alone, that begins anew when it is full. Each line is on its way to the disk when `append`
 * returns: the lines that matter come right before a crash, and there are few.
 */
export class LogFile {
  constructor(
    private readonly folder: string,
    private readonly limit = limitBytes,
  ) {}

  /** Appends the line. A disk that refuses costs the line, nothing else. */
  append(line: string): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      this.#write(`${line}\n`);
    } catch {
      // Nobody is left who could be told: warnings and errors are on standard error as well.
    }
  }

  /** Every line that is there, the oldest first. Throws when the newest file cannot be read. */
  read(): string[] {
    const texts = [this.#readOlder(), readFileSync(join(this.folder, newest), "utf8")];
    return texts.join("").split("\n").slice(0, -1);
  }

  #write(text: string): void {
    const path = join(this.folder, newest);
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size + Buffer.byteLength(text) > this.limit) renameSync(path, join(this.folder, older));
    const file = this.#open();
    try {
      writeSync(file, text);
    } finally {
      closeSync(file);
    }
  }

  #open(): number {
    // No link is followed and no pipe waited for: whoever may write here could lead the log elsewhere.
    const flags = O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW | O_NONBLOCK;
    const file = openSync(join(this.folder, newest), flags, ownerOnly);
    try {
      if (!fstatSync(file).isFile()) throw new Error("not a file");
      fchmodSync(file, ownerOnly);
      return file;
    } catch (error) {
      closeSync(file);
      throw error;
    }
  }

  #readOlder(): string {
    try {
      return readFileSync(join(this.folder, older), "utf8");
    } catch {
      return "";
    }
  }
}
