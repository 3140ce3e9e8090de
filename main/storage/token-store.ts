import { lstatSync } from "node:fs";
import type { StoreProblem } from "../../domain/ports.ts";
import { destinationOf, type FoundFile, pathOf } from "./json-file.ts";
import { openJsonFile, readOrSetAside, removeSetAside } from "./open-json-file.ts";
import { replaceFile } from "./replace-file.ts";
import { type TokenFile, tokenFile } from "./token-file.ts";

/** The encrypted tokens and phone numbers. A file that cannot be read is set aside or left alone, never written over. */
export class TokenStore {
  readonly #folder: string;
  readonly #path: string;
  #content = tokenFile.empty;
  #problem: StoreProblem | undefined;

  constructor(folder: string, nowMs: number) {
    this.#folder = folder;
    this.#path = pathOf(folder, tokenFile);
    this.#accept(openJsonFile(folder, tokenFile, nowMs));
  }

  get content(): TokenFile {
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
  change(make: (content: TokenFile) => TokenFile): void {
    // A folder in the file's place stays there, and the write fails because of it.
    if (!lstatSync(this.#path, { throwIfNoEntry: false })?.isDirectory()) {
      this.#accept(readOrSetAside(this.#folder, tokenFile, Date.now()));
    }
    if (this.#problem === "unreachable") throw new Error("token.json cannot be read.");
    const content = make(this.#content);
    if (content === this.#content) return;
    replaceFile(destinationOf(this.#path), content);
    this.#content = content;
  }

  /** Deletes the token files that were set aside. Throws when the disk refuses. */
  removeSetAside(): void {
    removeSetAside(this.#folder, tokenFile);
  }

  #accept(found: FoundFile<TokenFile>): void {
    if (found.kind === "whole") this.#content = found.content;
    if (found.kind === "damaged" || found.kind === "newer" || found.kind === "unreachable") this.#problem = found.kind;
    else if (this.#problem === "unreachable") this.#problem = undefined;
  }
}
