import { chmodSync, lstatSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { StoreProblem } from "../../domain/ports.ts";
import { type JsonFile, pathOf, readJsonFile } from "./json-file.ts";
import { destinationOf, draftWholeFile, removeLeftDrafts, stampOf } from "./whole-file.ts";

/** How often a change is made anew because another process wrote in between. */
const changeTries = 10;

/**
 * One of our files: read once, written whole, readable by its owner alone. What cannot be read is set aside, not reset;
 * where nothing can be read or written at all, the store stays empty and says so. One process has the file at a time;
 * should there be two all the same, none of them writes over what it has not seen.
 */
export class JsonStore<Content extends Record<string, unknown>> {
  readonly #folder: string;
  readonly #file: JsonFile<Content>;
  readonly #path: string;
  #content: Content;
  /** Of the file that `#content` was read from or written to. */
  #stamp: string | undefined;
  #problem: StoreProblem | undefined;

  constructor(folder: string, file: JsonFile<Content>, nowMs: number) {
    this.#folder = folder;
    this.#file = file;
    this.#path = pathOf(folder, file);
    this.#content = file.empty;
    this.#tidyUp();
    try {
      this.#catchUp(nowMs, "whatever-it-is");
    } catch {
      this.#problem = "unreachable";
    }
  }

  get content(): Content {
    return this.#content;
  }

  /** What was wrong with the file when it was last read. */
  get problem(): StoreProblem | undefined {
    return this.#problem;
  }

  /**
   * Makes a new content of the present one, and writes it unless it is the same. Throws when the disk refuses; what was
   * stored before is then untouched.
   */
  change(make: (content: Content) => Content): void {
    for (let triesLeft = changeTries; triesLeft > 0; triesLeft -= 1) {
      // A folder that somebody has put there meanwhile is none of ours, and the write will say that it is in the way.
      this.#catchUp(Date.now(), "files-only");
      const content = make(this.#content);
      if (content === this.#content || this.#write(content)) return;
    }
    throw new Error(`${this.#file.name}.json is being written by another process`);
  }

  /** Deletes files that were set aside; throws when the disk refuses. */
  removeSetAside(): void {
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith(this.#asidePrefix)) rmSync(join(this.#folder, name), { recursive: true });
    }
  }

  get #asidePrefix(): string {
    return `${this.#file.name}.set-aside-`;
  }

  /** Answers whether it is written: not when somebody else wrote since the file was last read. */
  #write(content: Content): boolean {
    const destination = destinationOf(this.#path);
    const draft = draftWholeFile(destination, content);
    // Of the draft, not of what is in its place afterwards: that may be somebody else's already.
    const stamp = stampOf(draft.path);
    if (!draft.publish(() => stampOf(this.#path) === this.#stamp)) return false;
    this.#content = content;
    this.#stamp = stamp;
    if (this.#problem === "unreachable") this.#problem = undefined;
    return true;
  }

  /** Reads the file if it is not the one that is known. Throws when that cannot be done. */
  #catchUp(nowMs: number, setsAside: "whatever-it-is" | "files-only"): void {
    const stamp = stampOf(this.#path);
    if (stamp !== undefined && stamp === this.#stamp) return;
    const found = readJsonFile(this.#folder, this.#file);
    if (found.kind === "unreachable") throw new Error(`${this.#file.name}.json cannot be reached`);
    if (found.kind === "whole") {
      this.#content = found.content;
      this.#keepToOwner();
    }
    // Of before the reading: what came meanwhile is another one, and will be seen.
    this.#stamp = stamp;
    if (found.kind !== "damaged" && found.kind !== "newer") return;
    this.#problem = found.kind;
    if (setsAside === "files-only" && lstatSync(this.#path).isDirectory()) return;
    this.#setAside(nowMs);
    this.#stamp = undefined;
  }

  /** Only what was read as ours: a link may lead to anything. */
  #keepToOwner(): void {
    try {
      forbid("file", destinationOf(this.#path), 0o177);
    } catch {
      // Somebody else's to say, as on a file system without permissions.
    }
  }

  /** What others did to the folder, or what an earlier process left in it, must not stay so. */
  #tidyUp(): void {
    try {
      forbid("folder", this.#folder, 0o022);
      removeLeftDrafts(destinationOf(this.#path));
    } catch {
      // No permission, or no folder yet: reading and writing find out what can be done.
    }
  }

  #setAside(nowMs: number): void {
    const moment = new Date(nowMs).toISOString().replaceAll(":", "-");
    const free = (tries: number): string => {
      const path = join(this.#folder, `${this.#asidePrefix}${moment}${tries === 0 ? "" : `-${tries}`}.json`);
      return lstatSync(path, { throwIfNoEntry: false }) ? free(tries + 1) : path;
    };
    renameSync(this.#path, free(0));
  }
}

/** Takes these permissions away from what is this user's. A folder that many share, like /tmp, is left as it is. */
function forbid(what: "file" | "folder", path: string, bits: number): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  // A folder in the file's place needs what a file does not.
  if (!found || !(what === "file" ? found.isFile() : found.isDirectory()) || found.uid !== process.getuid?.()) return;
  const isShared = (found.mode & 0o1000) !== 0;
  if (!isShared && (found.mode & bits) !== 0) chmodSync(path, found.mode & 0o777 & ~bits);
}
