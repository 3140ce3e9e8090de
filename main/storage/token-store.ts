import { readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Store from "electron-store";
import type { StoreProblem } from "../domain/ports.ts";
import { emptyTokenFile, readTokenFile, type TokenFile, tokenFileName } from "./token-file.ts";

const asidePrefix = `${tokenFileName}.set-aside-`;

/**
 * The token file: read once, written whole by temporary file and rename, readable by its owner alone. A file that cannot
 * be read is set aside, not reset; where nothing can be read or written at all, the store stays empty and says so.
 */
export class TokenStore {
  readonly #folder: string;
  #store: Store<TokenFile> | undefined;
  #content: TokenFile = emptyTokenFile;
  #problem: StoreProblem | undefined;

  constructor(folder: string, nowMs: number) {
    this.#folder = folder;
    try {
      const found = readTokenFile(folder);
      if (found.kind === "whole") this.#content = found.content;
      if (found.kind === "damaged" || found.kind === "newer") {
        this.#problem = found.kind;
        this.#setAside(nowMs);
      }
      this.#store = openStore(folder);
    } catch {
      // No permission, most likely. The window says so, and what to check.
      this.#problem = "unreachable";
    }
  }

  get content(): TokenFile {
    return this.#content;
  }

  /** What was wrong with the file when it was opened. */
  get problem(): StoreProblem | undefined {
    return this.#problem;
  }

  /** Throws when the disk refuses; what was stored before is then untouched. */
  write(content: TokenFile): void {
    if (!this.#store) throw new Error("the token file cannot be reached");
    this.#store.store = content;
    this.#content = content;
  }

  /** Deletes files that were set aside; throws when the disk refuses. */
  removeSetAside(): void {
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith(asidePrefix)) rmSync(join(this.#folder, name), { recursive: true });
    }
  }

  #setAside(nowMs: number): void {
    const moment = new Date(nowMs).toISOString().replaceAll(":", "-");
    renameSync(join(this.#folder, `${tokenFileName}.json`), join(this.#folder, `${asidePrefix}${moment}.json`));
  }
}

function openStore(folder: string): Store<TokenFile> {
  return new Store<TokenFile>({
    cwd: folder,
    name: tokenFileName,
    configFileMode: 0o600,
    // The keys are origins, which have dots of their own.
    accessPropertiesByDotNotation: false,
    // A file that cannot be read is set aside, not reset. Its schema is ours to check: electron-store's own is slow.
    clearInvalidConfig: false,
  });
}
