import { readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Store from "electron-store";
import type { StoreProblem } from "../../preload/contract.ts";
import { emptyTokenFile, isFromNewerVersion, parseTokenFile, type TokenFile, tokenFileName } from "./token-file.ts";

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
      this.#problem = this.#open();
      if (!this.#problem) return;
      this.#setAside(nowMs);
      // A new one in its place cannot have the same problem.
      this.#open();
    } catch {
      this.#store = undefined;
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

  #open(): StoreProblem | undefined {
    let store: Store<TokenFile>;
    try {
      store = openStore(this.#folder);
    } catch {
      // No JSON, no file, no permission: setting it aside tells what can be done about it.
      return "damaged";
    }
    const content = store.size === 0 ? emptyTokenFile : parseTokenFile(store.store);
    if (!content) return isFromNewerVersion(store.store) ? "newer" : "damaged";
    this.#store = store;
    this.#content = content;
    return undefined;
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
