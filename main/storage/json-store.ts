import { readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Store from "electron-store";
import type { StoreProblem } from "../domain/ports.ts";
import { type JsonFile, readJsonFile } from "./json-file.ts";

/**
 * One of our files: read once, written whole by temporary file and rename, readable by its owner alone. A file that
 * cannot be read is set aside, not reset; where nothing can be read or written at all, the store stays empty and says so.
 */
export class JsonStore<Content extends Record<string, unknown>> {
  readonly #folder: string;
  readonly #name: string;
  #store: Store<Content> | undefined;
  #content: Content;
  #problem: StoreProblem | undefined;

  constructor(folder: string, file: JsonFile<Content>, nowMs: number) {
    this.#folder = folder;
    this.#name = file.name;
    this.#content = file.empty;
    try {
      const found = readJsonFile(folder, file);
      if (found.kind === "whole") this.#content = found.content;
      if (found.kind === "damaged" || found.kind === "newer") {
        this.#problem = found.kind;
        this.#setAside(nowMs);
      }
      this.#store = openStore(folder, file.name);
    } catch {
      // No permission, most likely. The window says so, and what to check.
      this.#problem = "unreachable";
    }
  }

  get content(): Content {
    return this.#content;
  }

  /** What was wrong with the file when it was opened. */
  get problem(): StoreProblem | undefined {
    return this.#problem;
  }

  /** Throws when the disk refuses; what was stored before is then untouched. */
  write(content: Content): void {
    if (!this.#store) throw new Error(`${this.#name}.json cannot be reached`);
    this.#store.store = content;
    this.#content = content;
  }

  /** Deletes files that were set aside; throws when the disk refuses. */
  removeSetAside(): void {
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith(this.#asidePrefix)) rmSync(join(this.#folder, name), { recursive: true });
    }
  }

  get #asidePrefix(): string {
    return `${this.#name}.set-aside-`;
  }

  #setAside(nowMs: number): void {
    const moment = new Date(nowMs).toISOString().replaceAll(":", "-");
    renameSync(join(this.#folder, `${this.#name}.json`), join(this.#folder, `${this.#asidePrefix}${moment}.json`));
  }
}

function openStore<Content extends Record<string, unknown>>(folder: string, name: string): Store<Content> {
  return new Store<Content>({
    cwd: folder,
    name,
    configFileMode: 0o600,
    // Keys may have dots of their own, as origins do.
    accessPropertiesByDotNotation: false,
    // A file that cannot be read is set aside, not reset. Its schema is ours to check: electron-store's own is slow.
    clearInvalidConfig: false,
  });
}
