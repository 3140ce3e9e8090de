import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Stands for the person's browser: the `xdg-open` of a desktop, which notes what it was asked to open. */
export class Browser {
  readonly #folder: string;
  readonly #notes: string;

  /** In `folder`, which is the desktop's own. */
  constructor(folder: string) {
    this.#folder = join(folder, "browser");
    this.#notes = join(this.#folder, "opened");
    mkdirSync(this.#folder);
    const program = join(this.#folder, "xdg-open");
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${this.#notes}'\n`);
    chmodSync(program, 0o755);
  }

  /** The environment in which it is found before any other. */
  get env(): Readonly<Record<string, string>> {
    return { PATH: `${this.#folder}:${process.env.PATH}` };
  }

  /** Every argument of every call. */
  opened(): readonly string[] {
    return existsSync(this.#notes) ? readFileSync(this.#notes, "utf8").trimEnd().split("\n") : [];
  }
}
