import { readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Store from "electron-store";
import { emptyTokenFile, parseTokenFile, type TokenFile, tokenFileName } from "./token-file.ts";

const asidePrefix = `${tokenFileName}.set-aside-`;

/** The token file: read once, written whole by temporary file and rename, readable by its owner alone. */
export class TokenStore {
  readonly #folder: string;
  readonly #store: Store<TokenFile>;
  #content: TokenFile;
  /** The file that was found could not be read; it was renamed, not deleted. */
  readonly setAside: boolean;

  constructor(folder: string, nowMs: number) {
    this.#folder = folder;
    let opened = open(folder);
    this.setAside = opened === undefined;
    if (!opened) {
      const moment = new Date(nowMs).toISOString().replaceAll(":", "-");
      renameSync(join(folder, `${tokenFileName}.json`), join(folder, `${asidePrefix}${moment}.json`));
      opened = { store: openStore(folder), content: emptyTokenFile };
    }
    this.#store = opened.store;
    this.#content = opened.content;
  }

  get content(): TokenFile {
    return this.#content;
  }

  /** Throws when the disk refuses; what was stored before is then untouched. */
  write(content: TokenFile): void {
    this.#store.store = content;
    this.#content = content;
  }

  /** Deletes files that were set aside; throws when the disk refuses. */
  removeSetAside(): void {
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith(asidePrefix)) rmSync(join(this.#folder, name));
    }
  }
}

/** `undefined` when there is a file, but not one of ours. */
function open(folder: string): { store: Store<TokenFile>; content: TokenFile } | undefined {
  let store: Store<TokenFile>;
  try {
    store = openStore(folder);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const content = store.size === 0 ? emptyTokenFile : parseTokenFile(store.store);
  return content && { store, content };
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
