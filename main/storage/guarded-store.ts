import { lstatSync } from "node:fs";
import type { StoreProblem } from "../../domain/ports.ts";
import { destinationOf, type FoundFile, type JsonFile, pathOf } from "./json-file.ts";
import { openJsonFile, readOrSetAside, removeSetAside } from "./open-json-file.ts";
import { replaceFile } from "./replace-file.ts";

/** A file that must lose nothing. One that cannot be read is set aside or left alone, never written over. */
export class GuardedStore<Content extends Record<string, unknown>> {
  readonly #folder: string;
  readonly #file: JsonFile<Content>;
  readonly #path: string;
  #content: Content;
  #problem: StoreProblem | undefined;

  constructor(folder: string, file: JsonFile<Content>, nowMs: number) {
    this.#folder = folder;
    this.#file = file;
    this.#path = pathOf(folder, file);
    this.#content = file.empty;
    this.#accept(openJsonFile(folder, file, nowMs));
  }

  get content(): Content {
    return this.#content;
  }

  /** The last problem with the file; `undefined` when it could be read. */
  get problem(): StoreProblem | undefined {
    return this.#problem;
  }

  /**
   * Makes a new content of the present one and writes it, unless it is the same object. Throws when the disk refuses; then
   * the file and `content` stay as they were.
   */
  change(make: (content: Content) => Content): void {
    // A folder in the file's place stays there, and the write fails because of it.
    if (!lstatSync(this.#path, { throwIfNoEntry: false })?.isDirectory()) {
      this.#accept(readOrSetAside(this.#folder, this.#file, Date.now()));
    }
    if (this.#problem === "unreachable") throw new Error(`${this.#file.name}.json cannot be read.`);
    const content = make(this.#content);
    if (content === this.#content) return;
    replaceFile(destinationOf(this.#path), content);
    this.#content = content;
  }

  /** Deletes the files that were set aside. Throws when the disk refuses. */
  removeSetAside(): void {
    removeSetAside(this.#folder, this.#file);
  }

  #accept(found: FoundFile<Content>): void {
    if (found.kind === "whole") this.#content = found.content;
    if (found.kind === "damaged" || found.kind === "newer" || found.kind === "unreachable") this.#problem = found.kind;
    else if (this.#problem === "unreachable") this.#problem = undefined;
  }
}
