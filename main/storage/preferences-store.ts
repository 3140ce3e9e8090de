import { mkdirSync } from "node:fs";
import electron from "electron";
import type ElectronStore from "electron-store";
import * as v from "valibot";
import type { StoreProblem } from "../../domain/ports.ts";
import { type JsonFile, parseJson } from "./json-file.ts";
import { openJsonFile, setAside } from "./open-json-file.ts";

/**
 * A file that is not secret, written by electron-store and readable by its owner alone. On a full disk it can be cut short,
 * unlike the token's file; then it is set aside and the defaults hold.
 */
export class PreferencesStore<Content extends Record<string, unknown>> {
  readonly #folder: string;
  readonly #file: JsonFile<Content>;
  #content: Content;
  #problem: StoreProblem | undefined;
  /** electron-store writes the defaults when it is created, so it is created for the first change. */
  #store: ElectronStore | undefined;

  constructor(folder: string, file: JsonFile<Content>, nowMs: number) {
    this.#folder = folder;
    this.#file = file;
    // electron-store would wait for a pipe in the file's place.
    const found = openJsonFile(folder, file, nowMs);
    this.#content = found.kind === "whole" ? found.content : file.empty;
    this.#problem = found.kind === "whole" || found.kind === "missing" ? undefined : found.kind;
  }

  get content(): Content {
    return this.#content;
  }

  /** The problem with the file at the start; `undefined` when it could be read. */
  get problem(): StoreProblem | undefined {
    return this.#problem;
  }

  /** Writes these fields and keeps the others. Rejects when the disk refuses; then `content` stays as it was. */
  async change(changes: Partial<Content>): Promise<void> {
    // Loaded with the first change: electron-store and its schema validator take 2 MB, and most runs change nothing.
    const { default: Store } = await import("electron-store");
    try {
      this.#store ??= this.#createStore(Store);
      this.#store.store = { ...this.#store.store, ...changes };
      // Reading it again shows whether the disk took all of it.
      this.#content = this.#store.store as Content;
    } catch (error) {
      if (error instanceof SyntaxError) {
        setAside(this.#folder, this.#file, Date.now());
        this.#problem = "damaged";
      }
      throw error;
    }
    if (this.#problem === "unreachable") this.#problem = undefined;
  }

  #createStore(Store: typeof ElectronStore): ElectronStore {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    try {
      return this.#openStore(Store);
    } finally {
      // electron-store registers a channel that tells any page where the folder is.
      electron.ipcMain?.removeAllListeners("electron-store-get-data");
    }
  }

  #openStore(Store: typeof ElectronStore): ElectronStore {
    const { name, schema, empty } = this.#file;
    return new Store<Record<string, unknown>>({
      cwd: this.#folder,
      name,
      defaults: empty,
      configFileMode: 0o600,
      deserialize(text) {
        const parsed = v.safeParse(schema, parseJson(text));
        if (parsed.success) return parsed.output;
        throw new SyntaxError(`${name}.json has another form.`);
      },
    });
  }
}
