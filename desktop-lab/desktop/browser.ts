import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Replaces `xdg-open`, and so the browser: records the addresses that programs open. */
export class Browser {
  readonly #folder: string;
  readonly #notes: string;

  /** Puts its files into `folder`, the desktop's. */
  constructor(folder: string) {
    this.#folder = join(folder, "browser");
    this.#notes = join(this.#folder, "opened");
    mkdirSync(this.#folder);
    const program = join(this.#folder, "xdg-open");
    writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" >> '${this.#notes}'\n`);
    chmodSync(program, 0o755);
  }

  /** A PATH in which programs find this `xdg-open` first. */
  get env(): Readonly<Record<string, string>> {
    return { PATH: `${this.#folder}:${process.env.PATH}` };
  }

  /** All arguments of all calls so far, in order. */
  opened(): readonly string[] {
    return existsSync(this.#notes) ? readFileSync(this.#notes, "utf8").trimEnd().split("\n") : [];
  }
}
